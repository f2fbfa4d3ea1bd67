using System.Text.Json.Serialization;

namespace AiLabels.Cli.Inspect;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JsonLine))]
[JsonSerializable(typeof(JsonFailure))]
internal sealed partial class JsonLines : JsonSerializerContext;
