using System.Text.Json.Serialization;

namespace VideoGate.Cases;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FrameEvidence))]
[JsonSerializable(typeof(LabellingResult))]
[JsonSerializable(typeof(TrustListsUsed))]
internal sealed partial class EvidenceJson : JsonSerializerContext;
