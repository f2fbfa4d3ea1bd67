using System.Text.Json.Serialization;

namespace VideoGate.Cases.Evidence;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FrameEvidence))]
[JsonSerializable(typeof(LabellingResult))]
[JsonSerializable(typeof(TrustListsUsed))]
internal sealed partial class EvidenceJson : JsonSerializerContext;
