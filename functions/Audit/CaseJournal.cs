using VideoGate.Cases;

namespace VideoGate.Audit;

/// <summary>Records a case event together with the resulting state.</summary>
public sealed class CaseJournal(CaseStore cases, AuditLog audit, CaseIntegrity integrity, TimeProvider time)
{
    /// <summary>Creates a case with its first entry, or returns the one that another attempt created.</summary>
    public async Task<StoredCase> OpenAsync(AuditEvent opened, ModerationCase opening, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(opened);
        ArgumentNullException.ThrowIfNull(opening);
        opening = opening with { TextKey = opening.TextKey ?? ErasableText.NewKey() };
        var caseHash = CaseHash.Of(opening);
        var head = await audit.AppendAsync(
            opening.CaseId, known: null, [opened with { CaseHash = caseHash, Key = opening.TextKey }], caseHash, cancellationToken);
        var created = await cases.CreateAsync(opening with { AuditHead = head }, cancellationToken);
        return created.Case.AuditHead?.Hash == head.Hash
            ? created
            : await RecordAsync(created, [], unchanged => unchanged, cancellationToken);
    }

    /// <remarks>
    /// Appends to the log first: the next attempt finds and completes an event recorded without its effect; an effect without its event
    /// would be lost to the log. Compares the case with its log before: a change made outside the log must not become part of it.
    /// </remarks>
    /// <param name="change">Pure; reapplied to the current state after a concurrent write.</param>
    /// <exception cref="CaseBrokenException">The case and its log disagree.</exception>
    public async Task<StoredCase> RecordAsync(
        StoredCase current, IReadOnlyList<AuditEvent> events, Func<ModerationCase, ModerationCase> change,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(change);
        for (var attempt = 1; attempt <= CaseContention.Attempts; attempt++)
        {
            var held = await integrity.RequireAsync(current, cancellationToken);
            var before = held.Stored.Case;
            var next = change(before);
            var caseHash = CaseHash.Of(next);
            var head = await audit.AppendAsync(
                before.CaseId,
                AuditChain.HeadOf(held.Trail),
                [.. Pending(before, held.Trail), .. events.Select(added => added with { CaseHash = caseHash, Key = before.TextKey })],
                caseHash,
                cancellationToken);
            if (await cases.ReplaceAsync(held.Stored, next with { AuditHead = head }, cancellationToken) is { } stored)
            {
                return stored;
            }

            await CaseContention.PauseAsync(attempt, time, cancellationToken);
            current = await cases.RequireAsync(before.CaseId, cancellationToken);
        }

        throw CaseContention.Exhausted(current.Case.CaseId);
    }

    /// <summary>Appends the events of the case that its log lacks.</summary>
    /// <returns>The end of the log.</returns>
    public Task<AuditHead> CompleteAsync(CheckedCase held, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(held);
        return audit.AppendAsync(
            held.Stored.Case.CaseId, AuditChain.HeadOf(held.Trail), [.. Pending(held.Stored.Case, held.Trail)], cancellationToken);
    }

    /// <summary>Appends the events of a case that was just written.</summary>
    public Task LogAsync(ModerationCase written, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(written);
        return audit.AppendAsync(written.CaseId, written.AuditHead, [.. Events(written, written.Unlogged)], cancellationToken);
    }

    private static IEnumerable<AuditEvent> Pending(ModerationCase written, AuditTrail trail) =>
        Events(written, CaseAgreement.Pending(written, trail));

    private static IEnumerable<AuditEvent> Events(ModerationCase written, IEnumerable<CaseEvent> pending)
    {
        var caseHash = CaseHash.Of(written);
        return pending.Select(added => new AuditEvent(added.Type, added.Actor, new(added.Data))
        {
            Id = added.Id,
            Since = written.Review?.OpenedAt,
            CaseHash = caseHash,
            Key = written.TextKey,
        });
    }
}
