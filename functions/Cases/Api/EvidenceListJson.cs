using System.Text.Json.Serialization;

namespace VideoGate.Cases.Api;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(EvidenceList))]
[JsonSerializable(typeof(RelatedCaseLists))]
internal sealed partial class EvidenceListJson : JsonSerializerContext;
