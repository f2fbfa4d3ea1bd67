using System.Globalization;
using System.Text.Json;

namespace AiLabels.Pixels.Frames;

/// <summary>ffprobe's output for a video.</summary>
/// <param name="HasVideo">Whether there is a video track.</param>
/// <param name="IsIndexed">Whether the file specifies its length, as seekable files do.</param>
/// <param name="Duration">End of the pictures; null if unknown.</param>
/// <param name="Size">Display size of the pictures; null if unknown.</param>
internal sealed record ProbedVideo(bool HasVideo, bool IsIndexed, TimeSpan? Duration, PictureSize? Size = null)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public static ProbedVideo Unreadable { get; } = new(false, false, null);

    /// <summary>Parses the output. A declared length counts only if the end was not reached.</summary>
    /// <param name="json">Output of <see cref="FfmpegArguments.Probe"/>.</param>
    public static ProbedVideo Parse(ReadOnlyMemory<byte> json, int maxPackets)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var hasVideo = HasStream(root, out var stream);
            var format = root.TryGetProperty("format", out var element) ? element : default;
            var claimed = Seconds(format, "duration");
            var packets = root.TryGetProperty("packets", out var list) ? list.EnumerateArray().ToList() : [];
            var ends = packets.Select(packet => Seconds(packet, "pts_time") + (Seconds(packet, "duration_time") ?? 0)).Max();
            var reached = ends - (Seconds(format, "start_time") ?? 0);
            var seconds = packets.Count < maxPackets ? reached ?? claimed : Math.Max(reached ?? 0, claimed ?? 0);
            return new(hasVideo, claimed is not null,
                seconds > 0 && seconds < Longest.TotalSeconds ? TimeSpan.FromSeconds(seconds.Value) : null, PictureSize.Shown(stream));
        }
        catch (JsonException)
        {
            return Unreadable;
        }
    }

    /// <param name="json">Output of <see cref="FfmpegArguments.ProbeSound"/>.</param>
    public static bool HasSound(ReadOnlyMemory<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return HasStream(document.RootElement, out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool HasStream(JsonElement root, out JsonElement first)
    {
        var isThere = root.TryGetProperty("streams", out var streams) && streams.GetArrayLength() > 0;
        first = isThere ? streams[0] : default;
        return isThere;
    }

    private static double? Seconds(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
        && double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && double.IsFinite(seconds)
            ? seconds
            : null;
}
