using VideoGate.Cases;

namespace VideoGate.Audit;

/// <summary>Records what happened to a case, and the state that it led to.</summary>
public sealed class CaseJournal(CaseStore cases, AuditLog audit)
{
    /// <remarks>
    /// The log comes first: an event that is recorded without its effect is found and finished by the next attempt, the other way round it
    /// would be missing.
    /// </remarks>
    /// <param name="change">Pure; runs again on what others wrote meanwhile.</param>
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

    // Somebody else may have recorded more in the meantime: what a case knows of its log never shrinks.
    private static AuditHead Later(AuditHead? known, AuditHead head) => known?.Sequence > head.Sequence ? known : head;
}
