using System.Text.RegularExpressions;
using AiLabels.Testing;

namespace AiLabels.Cli.Tests;

/// <summary>The commands that the README shows can be run.</summary>
public sealed partial class ReadmeCommandsTests : IDisposable
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md"));

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Commands => [.. Shown()];

    [Fact]
    public void Commands_Found_AreOfEachKind() => Assert.Equal(
        ["completion", "inspect", "kling.mp4", "label", "schema", "tree"],
        Shown().Select(command => command.Split(' ')[0]).Distinct().Order());

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Command_OnASample_Succeeds(string command)
    {
        // Arrange
        var sample = _folder.Write("sample.mp4", Mp4.FileWith());
        var arguments = command.Split(' ').Select(argument => argument switch
        {
            "FILE" or "IN" or "kling.mp4" => sample,
            "SHELL" => "bash",
            "OUT" => Path.Combine(_folder.Path, "out.mp4"),
            _ => argument,
        });

        // Act
        var run = await CommandLine.RunAsync([.. arguments]);

        // Assert
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.NotEqual("", run.Output);
    }

    public void Dispose() => _folder.Dispose();

    // What is only the beginning of another command is not complete; the README says where the rest is.
    private static IEnumerable<string> Shown()
    {
        var shown = Command().Matches(Readme).Select(command => command.Groups[1].Value.TrimEnd('…')).Distinct().ToList();
        return shown.Where(command => !shown.Exists(other => other.StartsWith(command + " ", StringComparison.Ordinal)));
    }

    [GeneratedRegex("(?:ailabels|--project labels/Cli --) ((?:inspect|tree|label|schema|completion|kling\\.mp4)(?: [^\\s`]+)*)")]
    private static partial Regex Command();
}
