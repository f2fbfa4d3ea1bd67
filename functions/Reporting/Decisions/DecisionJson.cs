using System.Text.Json.Serialization;

namespace VideoGate.Reporting.Decisions;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(DecisionRow))]
[JsonSerializable(typeof(DecisionCursor))]
[JsonSerializable(typeof(DecisionExport))]
internal sealed partial class DecisionJson : JsonSerializerContext;
