using AiLabels.Pixels.Frames;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Pixels.Tests.Frames;

/// <summary>Frames of a file from a frame source.</summary>
internal sealed record Decoded(
    TimeSpan? Duration, IReadOnlyList<Frame> Frames, IReadOnlyList<Problem> Problems, long BytesRead, int RefusedRequests)
{
    public static FrameRequest Start(double seconds = 3) => new(FramePurpose.Start, TimeSpan.Zero, TimeSpan.FromSeconds(seconds), 5);

    public static FrameRequest Stretch(double from, double seconds) =>
        new(FramePurpose.Boundary, TimeSpan.FromSeconds(from), TimeSpan.FromSeconds(seconds), 5);

    public static FrameRequest Middle(double from, double seconds, int points) =>
        new(FramePurpose.Middle, TimeSpan.FromSeconds(from), TimeSpan.FromSeconds(seconds), points / seconds);

    public static async Task<Decoded> ReadAsync(
        string path, FrameRequest? request = null, ContainerFormat? format = null, FrameSourceOptions? options = null)
    {
        using var file = new FileByteSource(path);
        return await ReadAsync(file, format ?? FormatOf(path), request, options);
    }

    public static async Task<Decoded> ReadAsync(
        IByteSource file, ContainerFormat format, FrameRequest? request = null, FrameSourceOptions? options = null)
    {
        await using var source = await FfmpegFrameSource.OpenAsync(file, format, options ?? new());
        List<Frame> frames = [];
        await foreach (var frame in source.ReadAsync(request ?? Start()))
        {
            frames.Add(frame);
        }

        return new(source.Duration, frames, source.Problems, source.BytesRead, source.RefusedRequests);
    }

    public static double Mean(ReadOnlyMemory<byte> plane)
    {
        long sum = 0;
        foreach (var sample in plane.Span)
        {
            sum += sample;
        }

        return (double)sum / plane.Length;
    }

    private static ContainerFormat FormatOf(string path) => Path.GetExtension(path) switch
    {
        ".mp4" => ContainerFormat.IsoBmff,
        ".mov" => ContainerFormat.QuickTime,
        ".mkv" => ContainerFormat.Matroska,
        ".webm" => ContainerFormat.WebM,
        ".avi" => ContainerFormat.Avi,
        ".flv" => ContainerFormat.Flv,
        ".ts" => ContainerFormat.MpegTs,
        ".wmv" => ContainerFormat.Asf,
        var other => throw new ArgumentException($"No container goes by {other}.", nameof(path)),
    };
}
