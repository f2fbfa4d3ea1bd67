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
[JsonSerializable(typeof(UploadPage))]
[JsonSerializable(typeof(UploadCursor))]
internal sealed partial class IntakeJson : JsonSerializerContext;
