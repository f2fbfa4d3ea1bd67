using System.Text.Json.Serialization;

namespace VideoGate.Audit;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(AuditEntry))]
[JsonSerializable(typeof(CaseAudit))]
internal sealed partial class AuditJson : JsonSerializerContext;
