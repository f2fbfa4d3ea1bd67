using AiLabels.Reports;
using AiLabels.Tests.Builders;
using AiLabels.Tests.Writing;

namespace AiLabels.Tests.Mutation;

/// <summary>
/// Reads mutants of a specimen on all cores, and lists and labels a share of them. Each mutant is made from its own number alone.
/// </summary>
internal static class MutationRun
{
    /// <summary>One mutant in this many is listed as a tree, and another one labelled: that costs several readings.</summary>
    private const int Share = 16;

    private static readonly LabelReaderOptions Limits = new()
    {
        MaxBytesRead = 1 << 20,
        MaxBoxes = 10_000,
        SignerAnchors = Specimens.SignerRoot.AsAnchors,
        TimeStampAnchors = Specimens.StampRoot.AsAnchors,
    };

    private static readonly LabelWriterOptions Writing = new() { Replace = true, MaxBoxes = 10_000, MaxIndexLength = 1 << 20 };

    /// <returns>The most time and the most memory that one file took, and how many were labelled.</returns>
    public static Cost Run(Specimen specimen, int count)
    {
        var worst = Cost.None;
        var gate = new Lock();
        Parallel.For(0, count, () => Cost.None, (i, _, soFar) => soFar.And(Measure(specimen, i)), mine =>
        {
            lock (gate)
            {
                worst = worst.And(mine);
            }
        });
        return worst;
    }

    /// <summary>Everything is at hand, so that reading never leaves this thread and its allocations are counted whole.</summary>
    public static LabelReport Read(byte[] file) => Read(new MemoryByteSource(file));

    private static Cost Measure(Specimen specimen, int number)
    {
        var mutant = specimen.Mutant(number);
        var (report, cost) = MeasureReading(mutant, number);
        return (number % Share) switch
        {
            0 => cost.And(MeasureListing(mutant, number)),
            1 => cost.And(MeasureLabelling(mutant, number, report)),
            _ => cost,
        };
    }

    private static (LabelReport Report, Cost Cost) MeasureReading(byte[] mutant, int number)
    {
        var source = new MemoryByteSource(mutant);

        var (report, cost) = Cost.Of($"reading {number}", () => Read(source));

        Assert.Equal(mutant.Length, report.Length);
        Assert.Equal(source.BytesServed, report.BytesRead);
        // Beside metadata a pass for the hash of the whole, and one for those of its parts.
        Assert.InRange(report.BytesRead, 0, Limits.MaxBytesRead + (2 * mutant.Length));
        Assert.All(report.Findings, finding => Assert.InRange(finding.Source.Offset, 0, mutant.Length));
        return (report, cost);
    }

    private static Cost MeasureListing(byte[] mutant, int number)
    {
        var source = new MemoryByteSource(mutant);

        var (tree, cost) = Cost.Of($"listing {number}", () => Complete(new LabelReader(Limits, TimeProvider.System).ReadTreeAsync(source)));

        Assert.InRange(source.BytesServed, 0, Limits.MaxBytesRead);
        Assert.InRange(tree.Nodes.Count, 0, Limits.MaxBoxes);
        Assert.All(tree.Nodes, node => Assert.InRange(node.Offset, 0, mutant.Length));
        return cost;
    }

    /// <summary>It is labelled right, or refused with nothing written.</summary>
    private static Cost MeasureLabelling(byte[] mutant, int number, LabelReport before)
    {
        var source = new MemoryByteSource(mutant);
        using var output = new MemoryStream();

        var (outcome, cost) = Cost.Of(
            $"labelling {number}",
                () => Complete(new LabelWriter(Writing, TimeProvider.System).WriteAsync(source, output, Labelling.Generated)));

        // Read before, while it is planned and as it will be; then copied.
        Assert.InRange(source.BytesServed, 0, (3 * Limits.MaxBytesRead) + (4 * mutant.Length));
        if (!outcome.IsWritten)
        {
            Assert.Equal(0, output.Length);
            return cost;
        }

        var after = Read(output.ToArray());
        var label = Assert.Single(after.Findings, static f => f.Kind == FindingKind.AigcLabel);
        Assert.Equal(Labelling.Generated.ToJson(), label.Raw?.TrimEnd('\0'));
        Assert.Equal(Others(before), Others(after));
        return cost with { Labelled = 1 };
    }

    private static LabelReport Read(MemoryByteSource source) => Complete(new LabelReader(Limits, TimeProvider.System).ReadAsync(source));

    private static T Complete<T>(ValueTask<T> work)
    {
        Assert.True(work.IsCompleted);
        return work.GetAwaiter().GetResult();
    }

    /// <summary>What else the file says, SEI messages among it, which are found through its chunk offsets.</summary>
    private static IEnumerable<(FindingKind, string?)> Others(LabelReport report) =>
        report.Findings.Where(static f => f.Kind != FindingKind.AigcLabel).Select(static f => (f.Kind, f.Raw));
}
