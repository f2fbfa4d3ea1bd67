using System.Text.Json.Serialization;

namespace AiLabels.Pixels.Audio;

/// <summary>JSON shape of <see cref="AudioLabels"/>: camelCase.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AudioLabels))]
public sealed partial class AudioLabelsJson : JsonSerializerContext;
