using System.Globalization;
using System.Text.RegularExpressions;
using VideoGate.Infra.Tests.Compiler;
using VideoGate.Infra.Tests.Walk;
using VideoGate.Testing;

namespace VideoGate.Infra.Tests.Scripts;

/// <summary><c>infra/cost.sh</c>, the table of <c>infra/README.md</c>, and what is deployed say the same.</summary>
public sealed class CostTests
{
    [Theory]
    [InlineData("nothing", "0")]
    [InlineData("10,000 videos", "10000")]
    [InlineData("100,000 videos", "100000")]
    [InlineData("1,000,000 videos", "1000000")]
    public void Readme_HasTheFiguresOfTheScript(string row, string videos)
    {
        // Arrange
        var readme = File.ReadLines(Path.Combine(Repository.Root, "infra/README.md"))
            .Single(line => line.StartsWith($"| {row} |", StringComparison.Ordinal)).Split('|', StringSplitOptions.TrimEntries);

        // Act
        var sums = Sums(videos);

        // Assert: a million videos are more than dev can do.
        Assert.Equal(Written(sums.Prod), readme[3]);
        Assert.Equal(row.StartsWith("1,000,000", StringComparison.Ordinal) ? "" : Written(sums.Dev), readme[2]);
    }

    [Fact]
    public void Figure_IsReplaced()
    {
        // Act
        var (usual, half) = (Sums("100000"), Sums("100000", "frames=6"));

        // Assert
        Assert.Equal(450, usual.Prod - half.Prod);
    }

    [Theory]
    [InlineData("how many videos a month?", "many")]
    [InlineData("wishes=1 is no figure", "1", "wishes=1")]
    [InlineData("frames=a is no figure", "1", "frames=a")]
    public void WrongArguments_SaysWhatIsRight(string expected, params string[] arguments)
    {
        // Act
        var (exitCode, output) = Bicep.Run(Repository.Root, "infra/cost.sh", arguments);

        // Assert
        Assert.Equal(1, exitCode);
        Assert.Contains(expected, output, StringComparison.Ordinal);
    }

    [Fact]
    public void Figures_AreThoseOfProduction()
    {
        // Arrange
        var prod = Provisioned.Of("prod");
        var (_, figures) = Bicep.Run(Repository.Root, "infra/cost.sh", "--figures");
        var (_, said) = Bicep.Run(Repository.Root, "infra/cost.sh", "0");
        var units = prod.Single("Microsoft.DurableTask/schedulers").Properties.GetProperty("sku").GetProperty("capacity").GetInt32();
        var rules = prod.OfType("Microsoft.Insights/scheduledQueryRules").Count() + prod.OfType("Microsoft.Insights/metricAlerts").Count();
        var endpoints = prod.OfType("Microsoft.Network/privateEndpoints").Count();

        // Assert
        Assert.Matches($@"\nunits +{units} ", figures);
        Assert.Matches($@"\nalerts +{rules} ", figures);
        Assert.Matches($@"private endpoints +0[.]00 +{(endpoints * 7.3).ToString("F2", CultureInfo.InvariantCulture)}\n", said);
        var replicas = prod.Template.GetProperty("scale").GetProperty("maxReplicas").GetInt32();
        Assert.Contains($"prod {replicas}.", said, StringComparison.Ordinal);
    }

    private static (decimal Dev, decimal Prod) Sums(params string[] arguments)
    {
        var (exitCode, output) = Bicep.Run(Repository.Root, "infra/cost.sh", arguments);
        Assert.True(exitCode == 0, output);
        var sums = Regex.Match(output, @"together +([\d.]+) +([\d.]+)");
        return (Number(sums.Groups[1]), Number(sums.Groups[2]));
    }

    private static decimal Number(Group found) => decimal.Parse(found.Value, CultureInfo.InvariantCulture);

    private static string Written(decimal sum) =>
        Math.Round(sum, MidpointRounding.AwayFromZero).ToString("N0", CultureInfo.InvariantCulture);
}
