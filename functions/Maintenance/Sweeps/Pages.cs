namespace VideoGate.Maintenance.Sweeps;

/// <summary>Checks the items of a page in parallel.</summary>
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
