namespace AiLabels.Tests.Mutation;

/// <summary>Damaged and forged files end in a report: no exception, no read past the end or the limits, nothing slow or large. Seeds are fixed.</summary>
public sealed class MutationTests
{
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
        var specimen = Specimens.Named(name);

        var worst = MutationRun.Run(specimen, specimen.Mutants);

        Assert.InRange(worst.Time, TimeSpan.Zero, TimeSpan.FromSeconds(2));
        Assert.InRange(worst.Allocated, 1, 64 << 20);
    }

    [Fact]
    public void Specimens_OfAllKinds_ComeToTwoHundredThousandMutants() => Assert.InRange(Specimens.All.Sum(specimen => specimen.Mutants), 200_000, int.MaxValue);
}
