using System.Buffers.Text;
using System.Diagnostics;

namespace Local.ContentSafety.Emulator;

/// <summary>An image as rows of RGB bytes, decoded by ffmpeg in a process of its own.</summary>
internal sealed class Picture
{
    public const int MinSide = 50;
    public const int MaxSide = 2_048;

    private const int LongestHeader = 64;
    private const int LargestOutput = (3 * MaxSide * MaxSide) + LongestHeader;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly byte[] _portablePixmap;
    private readonly int _pixels;

    private Picture(int width, int height, byte[] portablePixmap, int pixels)
    {
        Width = width;
        Height = height;
        _portablePixmap = portablePixmap;
        _pixels = pixels;
    }

    public int Width { get; }

    public int Height { get; }

    public bool IsAnalyzable => Width is >= MinSide and <= MaxSide && Height is >= MinSide and <= MaxSide;

    public ReadOnlySpan<byte> Pixel(int x, int y) => _portablePixmap.AsSpan(_pixels + (3 * ((y * Width) + x)), 3);

    /// <summary>Null when the content is no image that the service takes. One that is too large has its size and no pixels.</summary>
    public static async Task<Picture?> DecodeAsync(byte[] content, CancellationToken cancellation) =>
        Demuxer(content) is { } demuxer ? Parse(await RunAsync(demuxer, content, cancellation)) : null;

    private static string? Demuxer(ReadOnlySpan<byte> content) => content switch
    {
        [0x89, (byte)'P', (byte)'N', (byte)'G', ..] => "png_pipe",
        [0xFF, 0xD8, 0xFF, ..] => "jpeg_pipe",
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', ..] => "gif_pipe",
        [(byte)'B', (byte)'M', ..] => "bmp_pipe",
        [(byte)'I', (byte)'I', 42, 0, ..] or [(byte)'M', (byte)'M', 0, 42, ..] => "tiff_pipe",
        [(byte)'R', (byte)'I', (byte)'F', (byte)'F', _, _, _, _, (byte)'W', (byte)'E', (byte)'B', (byte)'P', ..] => "webp_pipe",
        _ => null,
    };

    private static async Task<byte[]> RunAsync(string demuxer, byte[] content, CancellationToken cancellation)
    {
        using var ffmpeg = Process.Start(new ProcessStartInfo("ffmpeg", [
            "-v", "error", "-threads", "1", "-protocol_whitelist", "pipe", "-f", demuxer, "-frame_size", $"{content.Length}", "-i", "pipe:0",
            "-frames:v", "1", "-pix_fmt", "rgb24", "-c:v", "ppm", "-f", "image2pipe", "pipe:1"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        ffmpeg.ErrorDataReceived += static (_, _) => { };
        ffmpeg.BeginErrorReadLine();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            var feeding = FeedAsync(ffmpeg, content, patience.Token);
            var output = await ReadAsync(ffmpeg.StandardOutput.BaseStream, patience.Token);
            await feeding;
            return output;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return [];
        }
        finally
        {
            ffmpeg.Kill(entireProcessTree: true);
        }
    }

    private static async Task FeedAsync(Process ffmpeg, byte[] content, CancellationToken cancellation)
    {
        try
        {
            await ffmpeg.StandardInput.BaseStream.WriteAsync(content, cancellation);
            ffmpeg.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has seen enough of the input, or cannot read it: its output tells which.
        }
    }

    private static async Task<byte[]> ReadAsync(Stream output, CancellationToken cancellation)
    {
        using var read = new MemoryStream();
        var buffer = new byte[81_920];
        for (var count = 1; count > 0 && read.Length < LargestOutput;)
        {
            count = await output.ReadAsync(buffer, cancellation);
            read.Write(buffer, 0, count);
        }

        return read.ToArray();
    }

    // Netpbm: "P6", width, height and 255, each followed by one white space, then the pixels.
    private static Picture? Parse(byte[] output)
    {
        if (!output.AsSpan().StartsWith("P6\n"u8)
            || !TryReadNumber(output, 3, out var width, out var afterWidth)
            || !TryReadNumber(output, afterWidth, out var height, out var afterHeight)
            || !TryReadNumber(output, afterHeight, out _, out var pixels))
        {
            return null;
        }

        var picture = new Picture(width, height, output, pixels);
        return picture.IsAnalyzable && output.Length - pixels < 3 * width * height ? null : picture;
    }

    private static bool TryReadNumber(ReadOnlySpan<byte> text, int start, out int number, out int next)
    {
        var read = Utf8Parser.TryParse(text[start..], out number, out var consumed);
        next = Math.Min(start + consumed + 1, text.Length);
        return read;
    }
}
