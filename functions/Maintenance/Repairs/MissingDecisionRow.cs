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

        var missing = await index.RestoreAsync(Rows(stored.Case, trail.Entries), cancellationToken);
        return missing == 0 ? null : $"{missing} decisions of its log were not in the index";
    }

    internal static IEnumerable<DecisionRow> Rows(ModerationCase decided, IEnumerable<AuditEntry> entries) => entries
        .Where(entry => DecisionRow.Has(entry.Type))
        .Select(entry => DecisionRow.Of(
            decided.CaseId, new AuditEvent(entry.Type, entry.Actor, new(entry.Data)) { Id = entry.Id, Since = Since(decided, entry) },
            entry.At));

    /// <returns>Start of the wait: the upload for the policy's decision, the start of the round for others.</returns>
    private static DateTimeOffset? Since(ModerationCase decided, AuditEntry entry)
    {
        if (entry.Type == AuditEventTypes.Decided.Name)
        {
            return decided.OpenedAt;
        }

        DateTimeOffset[] rounds = decided.Review is { } review ? [.. review.Past.Select(round => round.OpenedAt), review.OpenedAt] : [];
        return rounds.Where(opened => opened <= entry.At).Cast<DateTimeOffset?>().LastOrDefault();
    }
}
