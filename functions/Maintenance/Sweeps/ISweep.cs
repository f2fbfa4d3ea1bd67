using VideoGate.Maintenance.Repairs;

namespace VideoGate.Maintenance.Sweeps;

/// <summary>Goes through all things of one kind that are stored, page by page, and looks at each.</summary>
public interface ISweep
{
    /// <summary>Names the walk in the stored progress.</summary>
    string Name { get; }

    /// <summary>How long after its end it begins anew.</summary>
    TimeSpan Every { get; }

    /// <summary>Looks at one page.</summary>
    /// <param name="marker"><see cref="SweepStep.Next"/> of the page before; null for the first page.</param>
    Task<SweepStep> StepAsync(string? marker, int pageSize, ReconciliationRun run, CancellationToken cancellationToken);
}

/// <param name="Count">What was on the page.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record SweepStep(int Count, string? Next);

/// <summary>Several at once are looked at.</summary>
internal static class Pages
{
    private const int Parallelism = 8;

    public static async Task<SweepStep> CheckAsync<T>(
        IReadOnlyList<T> page, string? next, Func<T, CancellationToken, Task> examine, CancellationToken cancellationToken)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = Parallelism, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(page, options, async (found, cancellation) => await examine(found, cancellation));
        return new(page.Count, next);
    }
}
