using AiLabels.Cli.Completion;

namespace AiLabels.Cli.Tests.Completion;

/// <summary>Completion of commands, options and their values.</summary>
public sealed class CompletionTests
{
    [Theory]
    [InlineData("ins", "inspect")]
    [InlineData("", "inspect watch tree label gate schema completion")]
    [InlineData("gate ", "import")]
    [InlineData("gate import --app", "--apply")]
    [InlineData("gate import published --declaration not", "notAi notAsked")]
    [InlineData("--vers", "--version")]
    [InlineData("--js", "--json")]
    [InlineData("inspect --fo", "--format")]
    [InlineData("inspect --format ", "text json csv")]
    [InlineData("inspect --format c", "csv")]
    [InlineData("--fail-on ", "suspected possible confirmed")]
    [InlineData("watch --set", "--settle")]
    [InlineData("label in.mp4 out.mp4 --label ", "1 2 3")]
    [InlineData("completion z", "zsh")]
    [InlineData("inspect ", "")]
    [InlineData("inspect --trust-anchors ", "")]
    [InlineData("nonsense ", "")]
    public void Of_Words_FindsWhatMayFollow(string line, string expected)
    {
        // Act
        var found = Candidates.Of(AiLabelsCommand.Create(), line.Split(' '));

        // Assert
        Assert.Equal(
            expected.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), found.Select(static word => word.Split('\t')[0]).Order());
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public async Task Completion_OfEachShell_IsAScript(string shell)
    {
        // Act
        var run = await CommandLine.RunAsync("completion", shell);

        // Assert
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains("complete -- ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Completion_InBash_ProposesOptions()
    {
        // Arrange
        var script = $$"""
            ailabels() (dotnet '{{CommandLine.Assembly}}' "$@")
            source <(ailabels completion bash)
            COMP_WORDS=(ailabels inspect --f) COMP_CWORD=2
            _ailabels ailabels
            printf '%s\n' "${COMPREPLY[@]}"
            """;

        // Act
        var run = await CommandLine.RunProcessAsync("bash", ["-c", script]);

        // Assert
        Assert.Equal(new(0, "--format\n--fail-on\n", ""), run);
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    public async Task Completion_Script_IsParsedByItsShell(string shell)
    {
        // Arrange
        Assert.SkipUnless(File.Exists($"/usr/bin/{shell}"), $"{shell} is not installed.");
        using var folder = new TemporaryFolder();
        var script = folder.Write("script", System.Text.Encoding.UTF8.GetBytes((await CommandLine.RunAsync("completion", shell)).Output));

        // Act
        var run = await CommandLine.RunProcessAsync(shell, ["-n", script]);

        // Assert
        Assert.Equal(new(0, "", ""), run);
    }
}
