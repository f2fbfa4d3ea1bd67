using System.Text.Json.Serialization;
using VideoGate.Storage;

namespace VideoGate.Audit.Verification;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Checkpoint<VerificationPass>))]
internal sealed partial class VerificationJson : JsonSerializerContext;
