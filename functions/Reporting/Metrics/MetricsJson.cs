using System.Text.Json.Serialization;

namespace VideoGate.Reporting.Metrics;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ReviewSnapshot))]
internal sealed partial class MetricsJson : JsonSerializerContext;
