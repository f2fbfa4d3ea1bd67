using System.Diagnostics;

namespace VideoGate.Local.ContentSafety.Tests;

/// <summary>Pictures created by ffmpeg.</summary>
internal sealed class Frames : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("frames-");

    /// <summary>The test card as specified in the README.</summary>
    public static string Card(string category, string severity) =>
        "color=magenta:size=640x360,format=rgb24,"
        + $"drawbox=x=213:w=214:h=360:color={category}:t=fill,drawbox=x=427:w=213:h=360:color={severity}:t=fill";

    public async Task<byte[]> OfImageAsync(string source, string format)
    {
        await MakeAsync([new(["-f", "lavfi", "-i", source], ["-frames:v", "1"], $"image.{format}")]);
        return await ReadAsync($"image.{format}");
    }

    public Task<byte[]> ReadAsync(string name) => File.ReadAllBytesAsync(PathOf(name));

    public string PathOf(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Creates all files in one run of ffmpeg, because starting it takes longer than its work.</summary>
    public async Task MakeAsync(IReadOnlyList<FrameFile> files)
    {
        var outputs = files.SelectMany((file, index) => (string[])["-map", $"{index}", .. file.Output, PathOf(file.Name)]);
        using var ffmpeg = Process.Start("ffmpeg", ["-v", "error", "-nostdin", .. files.SelectMany(file => file.Input), .. outputs]);
        await ffmpeg.WaitForExitAsync();
        Assert.Equal(0, ffmpeg.ExitCode);
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
