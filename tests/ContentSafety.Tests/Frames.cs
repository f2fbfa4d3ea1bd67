using System.Diagnostics;

namespace ContentSafety.Tests;

/// <summary>Pictures that ffmpeg makes.</summary>
internal sealed class Frames : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("frames-");

    /// <summary>The card as the README says to draw it.</summary>
    public static string Card(string category, string severity) =>
        "color=magenta:size=640x360,format=rgb24,"
        + $"drawbox=x=213:w=214:h=360:color={category}:t=fill,drawbox=x=427:w=213:h=360:color={severity}:t=fill";

    public async Task<byte[]> OfImageAsync(string source, string format)
    {
        var image = Path.Combine(_folder.FullName, $"image.{format}");
        await RunAsync("-f", "lavfi", "-i", source, "-frames:v", "1", image);
        return await File.ReadAllBytesAsync(image);
    }

    /// <summary>A frame of a small, badly compressed video.</summary>
    public async Task<byte[]> OfVideoAsync(string source)
    {
        var (video, frame) = (Path.Combine(_folder.FullName, "video.mp4"), Path.Combine(_folder.FullName, "frame.jpg"));
        await RunAsync("-f", "lavfi", "-i", source, "-t", "0.5", "-vf", "scale=320:180", "-pix_fmt", "yuv420p", "-crf", "40", video);
        await RunAsync("-i", video, "-frames:v", "1", "-q:v", "20", frame);
        return await File.ReadAllBytesAsync(frame);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static async Task RunAsync(params string[] arguments)
    {
        using var ffmpeg = Process.Start("ffmpeg", ["-v", "error", "-nostdin", .. arguments]);
        await ffmpeg.WaitForExitAsync();
        Assert.Equal(0, ffmpeg.ExitCode);
    }
}
