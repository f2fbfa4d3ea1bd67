using System.Text.Json.Serialization;

namespace VideoGate.Intake;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(UploadRequest))]
[JsonSerializable(typeof(UploadGrant))]
[JsonSerializable(typeof(UploadView))]
internal sealed partial class IntakeJson : JsonSerializerContext;

/// <summary>What the host leaves behind for a blob whose trigger failed too often.</summary>
[JsonSourceGenerationOptions(RespectNullableAnnotations = true)]
[JsonSerializable(typeof(PoisonMessage))]
internal sealed partial class PoisonJson : JsonSerializerContext;
