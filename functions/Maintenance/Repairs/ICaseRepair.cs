using VideoGate.Cases;

namespace VideoGate.Maintenance.Repairs;

/// <summary>Finds one kind of inconsistency about a case, and repairs it.</summary>
public interface ICaseRepair
{
    /// <summary>Names the kind in logs, metrics and audit entries.</summary>
    string Kind { get; }

    /// <summary>Whether a case cannot go on, or people see something wrong, until it is repaired.</summary>
    bool IsUrgent { get; }

    /// <summary>Whether the repair writes to the case, or sets something at work that does.</summary>
    bool ChangesCase { get; }

    /// <param name="stored">A case that nobody has written to for the grace period.</param>
    /// <returns>What was done; null when there was nothing to do.</returns>
    Task<string?> RepairAsync(StoredCase stored, ReconciliationRun run, CancellationToken cancellationToken);
}
