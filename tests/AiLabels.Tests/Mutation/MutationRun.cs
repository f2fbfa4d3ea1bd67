using AiLabels.Tests.Builders;

namespace AiLabels.Tests.Mutation;

/// <summary>Reads mutants of a specimen on all cores. Each mutant is made from its own number alone.</summary>
internal static class MutationRun
{
    private static readonly LabelReaderOptions Limits = new()
    {
        MaxBytesRead = 1 << 20,
        MaxBoxes = 10_000,
        SignerAnchors = Specimens.SignerRoot.AsAnchors,
        TimeStampAnchors = Specimens.StampRoot.AsAnchors,
    };

    /// <returns>The most time and the most memory that one file took.</returns>
    public static Cost Run(Specimen specimen, int count)
    {
        var worst = Cost.None;
        var gate = new Lock();
        Parallel.For(0, count, () => Cost.None, (i, _, soFar) => soFar.Worse(Measure(specimen.Mutant(i))), mine =>
        {
            lock (gate)
            {
                worst = worst.Worse(mine);
            }
        });
        return worst;
    }

    /// <summary>Everything is at hand, so that reading never leaves this thread and its allocations are counted whole.</summary>
    public static LabelReport Read(byte[] file) => Read(new MemoryByteSource(file));

    private static Cost Measure(byte[] mutant)
    {
        var source = new MemoryByteSource(mutant);
        var (before, began) = (GC.GetAllocatedBytesForCurrentThread(), ThreadTime.Now);
        var report = Read(source);
        var cost = new Cost(ThreadTime.Now - began, GC.GetAllocatedBytesForCurrentThread() - before);

        Assert.Equal(mutant.Length, report.Length);
        Assert.Equal(source.BytesServed, report.BytesRead);
        Assert.InRange(report.BytesRead, 0, Limits.MaxBytesRead + mutant.Length);
        Assert.All(report.Findings, finding => Assert.InRange(finding.Source.Offset, 0, mutant.Length));
        return cost;
    }

    private static LabelReport Read(MemoryByteSource source)
    {
        var reading = Inspect.Source(source, Limits);
        Assert.True(reading.IsCompleted);
        return reading.GetAwaiter().GetResult();
    }
}

/// <param name="Time">Processor time; nothing here waits for anything.</param>
/// <param name="Allocated">Bytes allocated in all, which bounds what was held at once.</param>
internal readonly record struct Cost(TimeSpan Time, long Allocated)
{
    public static Cost None => default;

    public Cost Worse(Cost other) => new(Time > other.Time ? Time : other.Time, Math.Max(Allocated, other.Allocated));
}
