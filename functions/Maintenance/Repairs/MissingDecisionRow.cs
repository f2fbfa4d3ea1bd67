using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Reporting.Decisions;

namespace VideoGate.Maintenance.Repairs;

/// <summary>
/// A decision that stands in the audit log and not in the index of decisions, as those do that were made before there was one.
/// </summary>
public sealed class MissingDecisionRow(AuditLog audit, DecisionIndex index) : ICaseRepair
{
    public string Kind => "decision-row";

    public bool IsUrgent => false;

    public bool ChangesCase => false;

    /// <remarks>Nothing is concluded from a log that was tampered with; the verification of all logs tells of it.</remarks>
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

    /// <returns>Since when somebody waited: the policy's decision since the upload, others since their round began.</returns>
    private static DateTimeOffset? Since(ModerationCase decided, AuditEntry entry)
    {
        if (entry.Type == DecisionRow.ByPolicy)
        {
            return decided.OpenedAt;
        }

        DateTimeOffset[] rounds = decided.Review is { } review ? [.. review.Past.Select(round => round.OpenedAt), review.OpenedAt] : [];
        return rounds.Where(opened => opened <= entry.At).Cast<DateTimeOffset?>().LastOrDefault();
    }
}
