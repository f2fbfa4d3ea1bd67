using System.Text.Json.Serialization;

namespace VideoGate.Viewing;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Playback))]
[JsonSerializable(typeof(EvidenceList))]
[JsonSerializable(typeof(RelatedCaseLists))]
internal sealed partial class PlaybackJson : JsonSerializerContext;
