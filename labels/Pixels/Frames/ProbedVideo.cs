using System.Globalization;
using System.Text.Json;

namespace AiLabels.Pixels.Frames;

/// <summary>ffprobe's output for a video.</summary>
/// <param name="Tracks">Video tracks that are not covers; the one that players show first.</param>
/// <param name="IsIndexed">Whether the file specifies its length, as seekable files do.</param>
/// <param name="Duration">End of the pictures; null if unknown.</param>
internal sealed record ProbedVideo(IReadOnlyList<VideoTrack> Tracks, bool IsIndexed, TimeSpan? Duration)
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    public static ProbedVideo Unreadable { get; } = new([], false, null);

    /// <summary>True if the decoder cuts off what the container hides, as ffmpeg does from version 7.1.</summary>
    public bool IsCutByDecoder { get; private init; }

    /// <summary>Parses the output. A declared length counts only if the end was not reached.</summary>
    /// <param name="json">Output of <see cref="FfmpegArguments.Probe"/>.</param>
    public static ProbedVideo Parse(ReadOnlyMemory<byte> json, int maxPackets)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            var format = root.TryGetProperty("format", out var element) ? element : default;
            var claimed = Seconds(format, "duration");
            var packets = root.TryGetProperty("packets", out var list) ? list.EnumerateArray().ToList() : [];
            var ends = packets.Select(packet => Seconds(packet, "pts_time") + (Seconds(packet, "duration_time") ?? 0)).Max();
            var reached = ends - (Seconds(format, "start_time") ?? 0);
            var seconds = packets.Count < maxPackets ? reached ?? claimed : Math.Max(reached ?? 0, claimed ?? 0);
            var streams = Streams(root);
            return new(
                [.. streams.Where(static stream => !ProbedStream.IsCover(stream)).Select(ProbedStream.Track)
                    .OrderByDescending(static track => track.IsDefault)],
                claimed is not null,
                seconds > 0 && seconds < Longest.TotalSeconds ? TimeSpan.FromSeconds(seconds.Value) : null)
            {
                IsCutByDecoder = streams.Exists(ProbedStream.IsCutByDecoder),
            };
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
            return Streams(document.RootElement).Count > 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static List<JsonElement> Streams(JsonElement root) =>
        root.TryGetProperty("streams", out var streams) ? [.. streams.EnumerateArray()] : [];

    private static double? Seconds(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
        && double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && double.IsFinite(seconds)
            ? seconds
            : null;
}
