using System.Text.Json.Serialization;

namespace Serverless.Viewing;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Playback))]
[JsonSerializable(typeof(EvidenceList))]
[JsonSerializable(typeof(RelatedCaseLists))]
internal sealed partial class ViewingJson : JsonSerializerContext;
