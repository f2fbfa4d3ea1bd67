using System.Globalization;
using System.Text.Json;

namespace AiLabels.Pixels.Frames;

/// <summary>What ffprobe says of a video.</summary>
/// <param name="HasVideo">Whether there is a video track.</param>
/// <param name="IsIndexed">Whether the file says how long it is, as those do that can be entered in the middle.</param>
/// <param name="Duration">Where the pictures end; null when that is unknown.</param>
/// <param name="Size">Of the pictures as they are shown; null when that is unknown.</param>
internal sealed record ProbedVideo(bool HasVideo, bool IsIndexed, TimeSpan? Duration, PictureSize? Size = null)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public static ProbedVideo Unreadable { get; } = new(false, false, null);

    /// <summary>A length that the file merely claims counts only where the end was not reached.</summary>
    /// <param name="json">The answer to <see cref="FfmpegArguments.Probe"/>.</param>
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

    /// <param name="json">The answer to <see cref="FfmpegArguments.ProbeSound"/>.</param>
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
