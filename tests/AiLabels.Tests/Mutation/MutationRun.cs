using AiLabels.Reports;
using AiLabels.Testing;
using AiLabels.Tests.Writing;

namespace AiLabels.Tests.Mutation;

/// <summary>
/// Reads mutants of a specimen on all cores, and lists and labels a share of them. Each mutant depends only on its number.
/// </summary>
internal static class MutationRun
{
    /// <summary>One mutant in this many is listed as a tree, and another one labelled, which takes several reads.</summary>
    private const int Share = 16;

    private static readonly LabelReaderOptions Limits = new()
    {
        MaxBytesRead = 1 << 20,
        MaxBoxes = 10_000,
        SignerAnchors = Specimens.SignerRoot.AsAnchors,
        TimeStampAnchors = Specimens.StampRoot.AsAnchors,
    };

    private static readonly LabelWriterOptions Writing = new() { Replace = true, MaxBoxes = 10_000, MaxIndexLength = 1 << 20 };

    /// <returns>The maximum time and memory for one file, and the number of labelled mutants.</returns>
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

    /// <summary>Reads from memory, so that the read stays on this thread and all its allocations are counted.</summary>
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
        // Besides metadata, a pass for the hash of the whole, and one for those of its parts.
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

    /// <summary>Checks that a mutant is labelled correctly, or refused with nothing written.</summary>
    private static Cost MeasureLabelling(byte[] mutant, int number, LabelReport before)
    {
        var source = new MemoryByteSource(mutant);
        using var output = new MemoryStream();

        var (outcome, cost) = Cost.Of(
            $"labelling {number}",
                () => Complete(new LabelWriter(Writing, TimeProvider.System).WriteAsync(source, output, Labelling.Generated)));

        // Read before, while planning and with its edits; then copied.
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

    /// <summary>Returns the other findings, including SEI messages, which are found through chunk offsets.</summary>
    private static IEnumerable<(FindingKind, string?)> Others(LabelReport report) =>
        report.Findings.Where(static f => f.Kind != FindingKind.AigcLabel).Select(static f => (f.Kind, f.Raw));
}
