using VideoGate.Maintenance.Repairs;

namespace VideoGate.Maintenance.Sweeps;

/// <summary>Checks all stored items of one kind, page by page.</summary>
public interface ISweep
{
    /// <summary>Name of the sweep in the stored progress.</summary>
    string Name { get; }

    /// <summary>Pause between the end of a sweep and its next start.</summary>
    TimeSpan Every { get; }

    /// <summary>Checks one page.</summary>
    /// <param name="marker"><see cref="SweepStep.Next"/> of the previous page; null for the first page.</param>
    Task<SweepStep> StepAsync(string? marker, int pageSize, ReconciliationRun run, CancellationToken cancellationToken);
}
