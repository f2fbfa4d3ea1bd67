using System.Text.Json.Serialization;

namespace VideoGate.Playback;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Playback))]
internal sealed partial class PlaybackJson : JsonSerializerContext;
