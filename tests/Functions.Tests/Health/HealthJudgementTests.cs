using AiLabels.Pixels.Programs;
using Microsoft.Extensions.Options;
using VideoGate.Health;
using VideoGate.Policies;

namespace VideoGate.Tests.Health;

public sealed class HealthJudgementTests
{
    private static readonly ContainmentGap Namespaces = new("namespaces", "Files are seen.", "Install it.");
    private static readonly ContainmentGap Network = new("network", "It is open.", "Close it.");

    [Theory]
    [InlineData("", false, "Ok")]
    [InlineData("", true, "Ok")]
    [InlineData("namespaces", false, "Ok")]
    [InlineData("namespaces network", false, "Degraded")]
    [InlineData("network", true, "Unavailable")]
    [InlineData("namespaces", true, "Unavailable")]
    public void Containment_Gaps_AreNamedWithTheirRemedies(string names, bool isRequired, string expected)
    {
        // Arrange
        ContainmentGap[] gaps = [.. new[] { Namespaces, Network }.Where(gap => names.Contains(gap.Name, StringComparison.Ordinal))];

        // Act
        var check = ContainmentCheck.Judge(gaps, isRequired);

        // Assert
        Assert.Equal(("decoders", expected), (check.Name, $"{check.State}"));
        Assert.StartsWith(gaps is [] ? "full: " : "reduced: ", check.Detail, StringComparison.Ordinal);
        Assert.All(gaps, gap => Assert.Contains(gap.Detail, check.Detail, StringComparison.Ordinal));
        Assert.All(gaps, gap => Assert.Contains(gap.Remedy, check.Remedy!, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(0, "Unavailable")]
    [InlineData(100L << 20, "Degraded")]
    [InlineData(8L << 30, "Ok")]
    public void Disk_FreeSpace_IsJudged(long free, string expected) => Assert.Equal(expected, $"{DiskCheck.Judge(free).State}");

    [Theory]
    [InlineData("cn-labeling-measures", "", "", "Degraded")]
    [InlineData("cn-labeling-measures", "", "001191110000MA0000000H20000", "Ok")]
    [InlineData("default", "", "", "Ok")]
    [InlineData("default", "CN", "", "Degraded")]
    public void Policies_RequireLabelsInMetadata_NeedThePlatformsCode(string active, string jurisdiction, string code, string expected)
    {
        // Arrange
        var options = new PoliciesOptions { Active = active };
        foreach (var place in jurisdiction.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            options.Jurisdictions.Add(place);
        }

        // Act
        var check = PolicyProbe.Judge(new LoadedPolicies(Options.Create(options)), code);

        // Assert
        Assert.Equal(expected, $"{check.State}");
        Assert.Equal(expected is "Degraded", check.Remedy?.Contains("Labelling__ContentPropagator", StringComparison.Ordinal) is true);
    }
}
