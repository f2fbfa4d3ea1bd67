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
