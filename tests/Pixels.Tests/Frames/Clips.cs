using System.Diagnostics;

namespace AiLabels.Pixels.Tests.Frames;

/// <summary>Short videos made by the real encoder, in their own folder.</summary>
internal sealed class Clips : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("pixels-");

    public string Folder => _folder.FullName;

    /// <summary>
    /// One grey level per half second: at time t the brightness is 30 + 10 × (⌊2t⌋ mod 20), so that a picture shows its time.
    /// </summary>
    public static string Clock(string size, double seconds, int rate = 10) => FormattableString.Invariant(
        $"color=black:size={size}:rate={rate}:duration={seconds},format=yuv420p,geq=lum='16+(30+10*mod(floor(2*T+0.001),20))*219/255':cb=128:cr=128");

    /// <summary>The brightness of <see cref="Clock"/> at <paramref name="time"/>.</summary>
    public static int ClockLevel(TimeSpan time) => 30 + (10 * ((int)Math.Floor((2 * time.TotalSeconds) + 0.001) % 20));

    /// <returns>Path of the file.</returns>
    public async Task<string> MakeAsync(string name, string filter, params string[] options) =>
        await RunAsync(name, ["-f", "lavfi", "-i", filter, .. options]);

    public async Task<string> RunAsync(string name, params string[] arguments)
    {
        var path = Path.Combine(_folder.FullName, name);
        using var process =
            Process.Start(new ProcessStartInfo("ffmpeg", ["-v", "error", "-y", .. arguments, path]) { RedirectStandardError = true })!;
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, errors);
        return path;
    }

    public string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
