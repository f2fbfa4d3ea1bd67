using System.Text.Json.Serialization;

namespace VideoGate.Audit.Anchors;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(AnchorManifest))]
[JsonSerializable(typeof(AnchorReference))]
internal sealed partial class AnchorJson : JsonSerializerContext;
