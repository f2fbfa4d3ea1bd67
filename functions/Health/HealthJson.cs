using System.Text.Json.Serialization;

namespace VideoGate.Health;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(HealthReport))]
[JsonSerializable(typeof(LiveReport))]
internal sealed partial class HealthJson : JsonSerializerContext;
