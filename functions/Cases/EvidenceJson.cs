using System.Text.Json.Serialization;

namespace Serverless.Cases;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(FrameEvidence))]
internal sealed partial class EvidenceJson : JsonSerializerContext;
