using AiLabels.Cli.Files;
using AiLabels.Testing;

namespace AiLabels.Cli.Tests;

/// <summary><c>-</c> reads standard input: a pipe is copied within a limit, a file is read where it is.</summary>
public sealed class StandardInputTests : IDisposable
{
    private static readonly byte[] Labelled = Mp4.FileWith(Mp4.MetaWithKeys(("AIGC", Aigc.Generated)));

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("inspect", "--json")]
    [InlineData("tree")]
    public async Task Run_Pipe_IsReadLikeTheFile(params string[] command)
    {
        // Arrange
        var path = _folder.Write("a.mp4", Labelled);

        // Act
        var run = await CommandLine.RunProcessAsync("dotnet", [CommandLine.Assembly, .. command, "-"], Labelled);

        // Assert
        var file = await CommandLine.RunAsync([.. command, path]);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Equal(file.Output.Replace($"\"{path}\"", "\"-\"", StringComparison.Ordinal), run.Output);
    }

    [Fact]
    public async Task Run_RedirectedFile_IsReadWithoutACopy()
    {
        // Arrange
        var path = _folder.Write("a.mp4", Labelled);

        // Act
        var run = await CommandLine.RunProcessAsync("sh", ["-c", $"dotnet '{CommandLine.Assembly}' - < '{path}'"]);

        // Assert
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.StartsWith("-\n  verdict      confirmed", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_EmptyPipe_IsNotAVideo()
    {
        // Act
        var run = await CommandLine.RunProcessAsync("dotnet", [CommandLine.Assembly, "-"]);

        // Assert
        Assert.Equal(new(1, "", "ailabels: -: it is empty, not a video; copy it again\n"), run);
    }

    [Theory]
    [InlineData(3 << 20)]
    [InlineData(0)]
    public async Task Spool_WithinTheLimit_HoldsAllAndLeavesNoFile(int length)
    {
        // Arrange
        var content = new byte[length];
        new Random(1).NextBytes(content);
        var before = Spools();

        // Act
        byte[] copy;
        await using (var spool = await StandardInput.SpoolAsync(new MemoryStream(content), 3 << 20, default))
        {
            copy = new byte[spool.Length];
            spool.Position = 0;
            await spool.ReadExactlyAsync(copy);
        }

        // Assert
        Assert.Equal(content, copy);
        Assert.Empty(Spools().Except(before));
    }

    [Fact]
    public async Task Spool_BeyondTheLimit_SaysSoAndLeavesNoFile()
    {
        // Arrange
        var before = Spools();

        // Act
        var failure = await Assert.ThrowsAsync<InputTooLongException>(
            () => StandardInput.SpoolAsync(new MemoryStream(new byte[(2 << 20) + 1]), 2 << 20, default));

        // Assert
        Assert.Equal("it is longer than 2 MiB; save it in a file first", FileFailure.Of(failure).ToString());
        Assert.Empty(Spools().Except(before));
    }

    public void Dispose() => _folder.Dispose();

    private static string[] Spools() => [.. Directory.GetFiles(Path.GetTempPath(), "ailabels-*").Order()];
}
