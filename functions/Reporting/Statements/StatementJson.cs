using System.Text.Json.Serialization;

namespace VideoGate.Reporting.Statements;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Statement))]
[JsonSerializable(typeof(Dictionary<string, string>))]
internal sealed partial class StatementJson : JsonSerializerContext;
