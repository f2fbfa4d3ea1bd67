using VideoGate.Cases;

namespace VideoGate.Maintenance.Repairs;

/// <summary>Finds and repairs one kind of inconsistency of a case.</summary>
public interface ICaseRepair
{
    /// <summary>Name of the kind in logs, metrics and audit entries.</summary>
    string Kind { get; }

    /// <summary>Whether the inconsistency blocks the case or is visible to users.</summary>
    bool IsUrgent { get; }

    /// <summary>Whether the repair changes the case, directly or through an orchestration.</summary>
    bool ChangesCase { get; }

    /// <param name="stored">A case not written to for the grace period.</param>
    /// <returns>What was done, or null if there was nothing to do.</returns>
    Task<string?> RepairAsync(StoredCase stored, ReconciliationRun run, CancellationToken cancellationToken);
}
