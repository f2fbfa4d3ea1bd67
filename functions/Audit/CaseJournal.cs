using VideoGate.Cases;

namespace VideoGate.Audit;

/// <summary>Records a case event together with the resulting state.</summary>
public sealed class CaseJournal(CaseStore cases, AuditLog audit)
{
    /// <remarks>
    /// Appends to the log first: the next attempt finds and completes an event recorded without its effect; an effect without its event
    /// would be lost to the log.
    /// </remarks>
    /// <param name="change">Pure; reapplied to the current state after a concurrent write.</param>
    public async Task<StoredCase> RecordAsync(
        StoredCase current, IReadOnlyList<AuditEvent> events, Func<ModerationCase, ModerationCase> change,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(change);
        var head = await audit.AppendAsync(current.Case.CaseId, current.Case.AuditHead, events, cancellationToken);
        return await cases.ReplaceAsync(current, Next(current.Case), cancellationToken)
            ?? await cases.UpdateAsync(current.Case.CaseId, Next, cancellationToken);

        ModerationCase Next(ModerationCase before) => change(before) with { AuditHead = Later(before.AuditHead, head) };
    }

    // A concurrent writer may have recorded more: the case's head never moves backwards.
    private static AuditHead Later(AuditHead? known, AuditHead head) => known?.Sequence > head.Sequence ? known : head;
}
