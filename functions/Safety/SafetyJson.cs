using System.Text.Json.Serialization;

namespace VideoGate.Safety;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FrameSafety))]
[JsonSerializable(typeof(TextSafety))]
internal sealed partial class SafetyJson : JsonSerializerContext;
