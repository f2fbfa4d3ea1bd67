using AiLabels.Testing;

namespace AiLabels.Cli.Tests;

/// <summary>Arguments without a command inspect files; misspelt words get a suggestion.</summary>
public sealed class DefaultCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData]
    [InlineData("--json")]
    [InlineData("--threads", "1")]
    public async Task Run_FileWithoutACommand_IsInspected(params string[] options)
    {
        // Arrange
        var path = _folder.Write("a.mp4", Mp4.FileWith());

        // Act
        var run = await CommandLine.RunAsync([.. options, path]);

        // Assert
        Assert.Equal(await CommandLine.RunAsync(["inspect", .. options, path]), run);
        Assert.Contains("notFound", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.mp4")]
    [InlineData("folder/missing")]
    [InlineData("@missing.mp4")]
    public async Task Run_MissingFileWithoutACommand_IsNoUsageError(string path)
    {
        // Act
        var run = await CommandLine.RunAsync(path);

        // Assert
        Assert.Equal((1, $"ailabels: {path}: there is no such file; check the name\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public async Task Run_FileNamedLikeAFileOfArguments_IsInspected()
    {
        // Arrange
        var path = _folder.Write("@list.mp4", Mp4.FileWith());

        // Act
        var run = await CommandLine.RunAsync("inspect", "--quiet", path);

        // Assert
        Assert.Equal(new(0, "", ""), run);
    }

    [Theory]
    [InlineData("'inspect'", "inpsect", "a.mp4")]
    [InlineData("'inspect'", "insp")]
    [InlineData("'label'", "lable", "a.mp4", "b.mp4")]
    [InlineData("'watch'", "wacht", "folder")]
    [InlineData("'--json'", "inspect", "--jsno", "a.mp4")]
    [InlineData("'--pixels'", "--pixel", "a.mp4")]
    [InlineData("'--fail-on'", "--failon=suspected", "a.mp4")]
    [InlineData("'--producer'", "label", "a.mp4", "b.mp4", "--procuder", "x")]
    public async Task Run_MisspeltWord_SuggestsTheNearest(string expected, params string[] arguments)
    {
        // Act
        var run = await CommandLine.RunAsync(arguments);

        // Assert
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Contains($"Did you mean {expected}?", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("--frobnicate", "a.mp4")]
    public async Task Run_WordNearNone_SuggestsNone(params string[] arguments)
    {
        // Act
        var run = await CommandLine.RunAsync(arguments);

        // Assert
        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.DoesNotContain("mean", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
