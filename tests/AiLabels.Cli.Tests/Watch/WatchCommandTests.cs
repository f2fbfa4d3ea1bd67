using System.Diagnostics;
using AiLabels.Testing;

namespace AiLabels.Cli.Tests.Watch;

/// <summary><c>ailabels watch</c> as a process.</summary>
public sealed class WatchCommandTests : IDisposable
{
    private static readonly byte[] Labelled = Mp4.FileWith(Mp4.MetaWithKeys(("AIGC", Aigc.Generated)));
    private static readonly TimeSpan Timeout = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(0)]
    [InlineData(3, "--fail-on", "confirmed")]
    public async Task Watch_FilesThatComeInPieces_PrintsALineEachAndEndsByCtrlC(int expected, params string[] options)
    {
        // Arrange
        var first = _folder.Write("first.mp4", Labelled);
        var second = Path.Combine(_folder.Path, "second.mp4");
        using var process = Start(["watch", "--settle", "1", .. options, _folder.Path]);
        var errors = process.StandardError.ReadToEndAsync();

        // Act
        var lines = new List<string?> { await LineAsync(process) };
        await using (var stream = File.Create(second))
        {
            await stream.WriteAsync(Labelled.AsMemory(0, 100));
            await stream.FlushAsync();
            await Task.Delay(100);
            await stream.WriteAsync(Labelled.AsMemory(100));
        }

        lines.Add(await LineAsync(process));
        using var interrupt = Process.Start("kill", ["-INT", $"{process.Id}"]);
        await process.WaitForExitAsync().WaitAsync(Timeout);

        // Assert
        Assert.Equal([$"{first}: confirmed, Vidu; credentials none", $"{second}: confirmed, Vidu; credentials none"], lines);
        Assert.Equal((expected, "", null), (process.ExitCode, await errors, await process.StandardOutput.ReadLineAsync()));
    }

    [Fact]
    public async Task Watch_NoSuchFolder_SaysSo()
    {
        // Act
        var run = await CommandLine.RunAsync("watch", Path.Combine(_folder.Path, "missing"));

        // Assert
        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.EndsWith("there is no such folder; check the name\n", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private static Process Start(string[] arguments) => Process.Start(new ProcessStartInfo("dotnet", [CommandLine.Assembly, .. arguments])
    {
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    })!;

    private static Task<string?> LineAsync(Process process) => process.StandardOutput.ReadLineAsync().WaitAsync(Timeout);
}
