using System.Globalization;
using System.Text.Json;

namespace AiLabels.Pixels.Burning;

/// <summary>Properties of a video needed to re-encode it.</summary>
/// <param name="Transfer">Transfer characteristic of its pictures, such as <c>smpte2084</c>; null if the file does not specify it.</param>
/// <param name="Begins">Presentation time of the first picture, from the start of the file.</param>
/// <param name="Audio">Codecs of its audio tracks.</param>
/// <param name="Duration">Of the file; null if it does not say.</param>
internal sealed record ProbedMedia(string? Transfer, TimeSpan Begins, IReadOnlyList<string> Audio, TimeSpan? Duration)
{
    private const int MaxAudioTracks = 16;
    private const double LatestBegin = 3600;
    private const double LongestDuration = 1e9;

    /// <param name="json">Output of <see cref="BurnArguments.Probe"/>.</param>
    /// <returns>The properties, or null if there is no video track.</returns>
    public static ProbedMedia? Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var streams = document.RootElement.TryGetProperty("streams", out var list) ? list.EnumerateArray().ToList() : [];
            var videos = streams.Where(static stream => Text(stream, "codec_type") == "video" && !IsPicture(stream)).ToList();
            if (videos is not [var video, ..])
            {
                return null;
            }

            var format = document.RootElement.TryGetProperty("format", out var found) ? found : default;
            var begins = (Seconds(video) ?? 0) - (Seconds(format) ?? 0);
            var audio = streams.Where(static stream => Text(stream, "codec_type") == "audio")
                .Select(static stream => Text(stream, "codec_name") ?? "");
            return new(Text(video, "color_transfer"), TimeSpan.FromSeconds(Math.Clamp(begins, 0, LatestBegin)),
                [.. audio.Take(MaxAudioTracks)],
                Seconds(format, "duration") is >= 0 and <= LongestDuration and var seconds ? TimeSpan.FromSeconds(seconds) : null);
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Excludes cover art, which ffmpeg reports as a video track.</summary>
    private static bool IsPicture(JsonElement stream) =>
        stream.TryGetProperty("disposition", out var disposition)
        && disposition.TryGetProperty("attached_pic", out var picture) && picture.ValueKind == JsonValueKind.Number
            && picture.GetInt32() != 0;

    private static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static double? Seconds(JsonElement element, string name = "start_time") =>
        double.TryParse(Text(element, name), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            && double.IsFinite(seconds) ? seconds : null;
}
