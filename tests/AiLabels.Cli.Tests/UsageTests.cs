namespace AiLabels.Cli.Tests;

/// <summary>Help texts and responses to usage errors.</summary>
public sealed class UsageTests
{
    [Theory]
    [InlineData]
    [InlineData("inspect")]
    [InlineData("label")]
    public async Task Help_EveryLevel_ShowsUsageAndSucceeds(params string[] command)
    {
        var run = await CommandLine.RunAsync([.. command, "--help"]);

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Contains(string.Join(' ', ["Usage:\n  ailabels", .. command]), run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData]
    [InlineData("inspect")]
    [InlineData("inpsect", "a.mp4")]
    [InlineData("inspect", "--jsn", "a.mp4")]
    [InlineData("label", "a.mp4", "b.mp4", "--label", "1")]
    public async Task Run_WrongUsage_SaysWhatIsWrongAndWhereHelpIs(params string[] arguments)
    {
        var run = await CommandLine.RunAsync(arguments);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("ailabels: ", run.Error, StringComparison.Ordinal);
        Assert.Contains("--help", run.Error, StringComparison.Ordinal);
    }
}
