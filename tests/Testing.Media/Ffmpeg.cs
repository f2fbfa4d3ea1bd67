using System.Diagnostics;

namespace AiLabels.Testing;

/// <summary>Files written by the real muxer. <c>test.sh</c> installs ffmpeg.</summary>
internal sealed class Ffmpeg : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("ailabels-");

    /// <summary>Creates one second of test picture with the given output options.</summary>
    /// <returns>Path of the file.</returns>
    public async Task<string> MakeAsync(string name, params string[] options) =>
        await RunAsync(name, ["-f", "lavfi", "-i", "testsrc2=size=320x180:rate=10:duration=1", .. options]);

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

    /// <summary>Saves a file built otherwise in the same folder.</summary>
    /// <returns>Path of the file.</returns>
    public async Task<string> SaveAsync(string name, byte[] file)
    {
        var path = Path.Combine(_folder.FullName, name);
        await File.WriteAllBytesAsync(path, file);
        return path;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
