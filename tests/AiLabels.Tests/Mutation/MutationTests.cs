using AiLabels.Reports;

namespace AiLabels.Tests.Mutation;

/// <summary>
/// Damaged and forged files give a report, a tree, a labelled copy or a refusal: no exception, no read past the end or the limits, nothing
/// slow or large. Seeds are fixed.
/// </summary>
[Trait("Needs", "minutes")]
public sealed class MutationTests
{
    /// <summary>
    /// Files into which no label is written: of two containers, without media, with a compressed movie header, damaged, or with labels in
    /// places that cannot be rewritten.
    /// </summary>
    private static readonly string[] Unlabelled =
        ["asf", "ts", "ts with a gap", "c2pa", "compressed movie", "packed movie", "mkv with a gap", "flv objects"];

    public static TheoryData<string> Names => [.. Specimens.All.Select(specimen => specimen.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_Original_IsConclusive(string name)
    {
        var report = MutationRun.Read(Specimens.Named(name).Original);

        Assert.NotInRange(report.Origin, AiOrigin.NotFound, AiOrigin.Inconclusive);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_MutatedFile_EndsInAReportWithinTheLimits(string name)
    {
        // Arrange
        var specimen = Specimens.Named(name);

        // Act
        var worst = MutationRun.Run(specimen, specimen.Mutants);

        // Assert
        Assert.True(worst.Time <= TimeSpan.FromSeconds(2), $"{worst.Slowest} took {worst.Time}.");
        Assert.True(worst.Allocated <= 64 << 20, $"{worst.Largest} allocated {worst.Allocated} bytes.");
        Assert.Equal(!Unlabelled.Contains(name), worst.Labelled > 0);
    }

    [Fact]
    public void Specimens_OfAllKinds_ComeToTwoHundredThousandMutants() =>
        Assert.InRange(Specimens.All.Sum(specimen => specimen.Mutants), 200_000, int.MaxValue);
}
