using System.Text.RegularExpressions;

namespace AiLabels.Cli.Tests;

/// <summary>The README names exactly the commands and options of the help.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "README.md"));

    /// <summary>Options of dotnet in the README's examples, and those of every command.</summary>
    private static readonly string[] Elsewhere = ["--project", "--add-source", "--help", "--version"];

    [Fact]
    public async Task Readme_Options_AreThoseOfTheHelp()
    {
        var offered = new SortedSet<string>();
        foreach (var command in await CommandsAsync())
        {
            var help = (await CommandLine.RunAsync([.. command.Split(' '), "--help"])).Output;
            offered.UnionWith(Options().Matches(help).Select(static match => match.Value));
        }

        Assert.Contains("--json", offered);
        Assert.Equal(
            offered.Except(Elsewhere), Options().Matches(Readme).Select(static match => match.Value).Distinct().Except(Elsewhere).Order());
    }

    [Fact]
    public async Task Readme_Commands_AreThoseOfTheHelp() =>
        Assert.All(await CommandsAsync(), static command => Assert.Contains($"| `ailabels {command}", Readme, StringComparison.Ordinal));

    /// <summary>Returns the first column under "Commands:".</summary>
    private static async Task<IReadOnlyList<string>> CommandsAsync()
    {
        var help = (await CommandLine.RunAsync("--help")).Output;
        var commands =
            help[help.IndexOf("Commands:", StringComparison.Ordinal)..].Split('\n').Skip(1)
                .TakeWhile(static line => line.Trim().Length > 0)
                .Where(static line => line.Length > 2 && line[2] != ' ');
        return [.. commands.Select(static line => line.Trim().Split(' ')[0]).Select(static name => name == "gate" ? "gate import" : name)];
    }

    [GeneratedRegex("--[a-z][a-z-]+")]
    private static partial Regex Options();
}
