using System.Text.Json.Serialization;

namespace VideoGate.Cases.Api;

/// <summary>JSON of cases on the wire, with the default encoder: a browser may read it.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CaseView))]
internal sealed partial class CaseViewJson : JsonSerializerContext;
