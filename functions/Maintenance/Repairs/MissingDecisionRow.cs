using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Reporting.Decisions;

namespace VideoGate.Maintenance.Repairs;

/// <summary>A decision in the audit log that is missing from the decision index; also indexes decisions that predate the index.</summary>
public sealed class MissingDecisionRow(AuditLog audit, DecisionIndex index) : ICaseRepair
{
    public string Kind => "decision-row";

    public bool IsUrgent => false;

    public bool ChangesCase => false;

    /// <remarks>Ignores a log that was tampered with; the verification of all logs reports it.</remarks>
    public async Task<string?> RepairAsync(StoredCase stored, ReconciliationRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var trail = await audit.ReadAsync(stored.Case.CaseId, stored.Case.AuditHead, cancellationToken);
        if (!trail.IsValid)
        {
            return null;
        }

        var missing = await index.RestoreAsync(DecisionRow.Of(stored.Case, trail.Entries), cancellationToken);
        return missing == 0 ? null : $"{missing} decisions in its log were missing from the index or differed there";
    }
}
