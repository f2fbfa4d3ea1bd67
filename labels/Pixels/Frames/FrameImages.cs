using AiLabels.Pixels.Programs;

namespace AiLabels.Pixels.Frames;

/// <summary>
/// Encodes frames as JPEG, for evidence and for Azure AI Content Safety. All frames of a call must have one size, as those of one video do.
/// </summary>
public sealed class FrameImages(ProgramLimits limits)
{
    /// <summary>Number of frames per run of ffmpeg: starting it costs more than encoding one.</summary>
    private const int FramesPerRun = 16;

    /// <summary>
    /// Quality of ffmpeg's mjpeg encoder, 2 (best) to 31; text stays sharp, and noise at the maximum size stays below 4 MiB.
    /// </summary>
    private const string Quality = "3";

    private const int SheetPictureWidth = 240;
    private const int SheetGap = 4;

    private readonly ContainedProgram _ffmpeg = new("ffmpeg", limits);

    /// <summary>Returns one JPEG per frame, of <see cref="ImageSize"/>.</summary>
    /// <exception cref="IOException">The encoder failed.</exception>
    public async Task<IReadOnlyList<byte[]>> EncodeAsync(IReadOnlyList<Frame> frames, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(frames);
        List<byte[]> images = [];
        foreach (var chunk in frames.Chunk(FramesPerRun))
        {
            var size = ImageSize.For(chunk[0].Width, chunk[0].Height);
            var filter = $"scale={size.Width}:{size.Height},pad={size.PaddedWidth}:{size.PaddedHeight}";
            images.AddRange(JpegStream.Split(await RunAsync(chunk, filter, cancellationToken)));
        }

        return images.Count == frames.Count
            ? images
            : throw new IOException($"The encoder made {images.Count} images of {frames.Count} frames.");
    }

    /// <summary>Returns one JPEG with thumbnails of all frames, in rows.</summary>
    /// <exception cref="IOException">The encoder failed.</exception>
    public async Task<byte[]> ContactSheetAsync(IReadOnlyList<Frame> frames, int columns = 8, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(frames);
        ArgumentOutOfRangeException.ThrowIfZero(frames.Count);
        var rows = (frames.Count + columns - 1) / columns;
        return await RunAsync(frames, $"scale={SheetPictureWidth}:-2,tile={columns}x{rows}:padding={SheetGap}", cancellationToken);
    }

    private async Task<byte[]> RunAsync(IReadOnlyList<Frame> frames, string filter, CancellationToken cancellation)
    {
        var (width, height) = (frames[0].Width, frames[0].Height);
        if (frames.Any(frame => (frame.Width, frame.Height) != (width, height)))
        {
            throw new ArgumentException("The frames differ in size.", nameof(frames));
        }

        using var raw = new MemoryStream();
        foreach (var frame in frames)
        {
            raw.Write(frame.Luma.Span);
            raw.Write(frame.Cb.Span);
            raw.Write(frame.Cr.Span);
        }

        var (result, output) = await _ffmpeg.RunAsync(
            [
                "-v", "error", "-threads", "1", "-filter_threads", "1", "-protocol_whitelist", "pipe",
                "-f", "rawvideo", "-pixel_format", "yuvj420p", "-video_size", $"{width}x{height}", "-i", "pipe:0",
                "-vf", filter, "-pix_fmt", "yuvj420p", "-c:v", "mjpeg", "-q:v", Quality, "-f", "mjpeg", "pipe:1",
            ],
            raw.GetBuffer().AsMemory(0, (int)raw.Length),
            cancellation);
        return result.Succeeded
            ? output
            : throw new IOException($"The encoder ended with {result.Ending} {result.ExitCode}: {DecoderMessage.Of(result.Errors)}");
    }
}
