using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Review.Queue;
using VideoGate.Review.Rules;

namespace VideoGate.Review.Steps;

/// <summary>Changes reviews: the state first, under its ETag and with the event that it is; then the audit log; then the queue.</summary>
public sealed class ReviewChanges(CaseStore cases, AuditLog audit, ReviewQueueProjection queue)
{
    /// <param name="judge">Pure; asked again, by what the winner left, whenever a race is lost.</param>
    internal async Task<ReviewResult> ApplyAsync(
        StoredCase current, Func<StoredCase, TransitionResult> judge, CancellationToken cancellationToken)
    {
        while (true)
        {
            switch (judge(current))
            {
                case TransitionResult.Rejected refused:
                    return new(null, refused.Problem);
                case TransitionResult.Unchanged:
                    await EnsureLoggedAsync(current.Case, cancellationToken);
                    return new(current, null);
                case TransitionResult.Applied accepted when await WriteAsync(current, accepted.Next, cancellationToken) is { } stored:
                    // The change stands: what follows does not depend on whether the caller still listens.
                    await LogAsync(stored.Case, CancellationToken.None);
                    await queue.ReflectAsync(stored, current.Case, CancellationToken.None);
                    return new(stored, null);
                default:
                    current = await cases.RequireAsync(current.Case.CaseId, cancellationToken);
                    break;
            }
        }
    }

    /// <summary>Finishes what a change left undone when its process ended in the middle.</summary>
    public async Task FinishAsync(StoredCase stored, CancellationToken cancellationToken)
    {
        await EnsureLoggedAsync(stored.Case, cancellationToken);
        await queue.ReflectAsync(stored, before: null, cancellationToken);
    }

    private async Task<StoredCase?> WriteAsync(StoredCase current, ModerationCase next, CancellationToken cancellationToken)
    {
        var head = await EnsureLoggedAsync(current.Case, cancellationToken);
        return await cases.ReplaceAsync(current, next with { AuditHead = head }, cancellationToken);
    }

    /// <summary>Sees to it that the log holds an earlier change, which it does unless its process ended in the middle.</summary>
    /// <returns>The end of the log, as far as it is known.</returns>
    private async Task<AuditHead?> EnsureLoggedAsync(ModerationCase changed, CancellationToken cancellationToken)
    {
        if (changed.Unlogged.All(pending => changed.AuditHead?.Events.Contains(pending.Id) is true))
        {
            return changed.AuditHead;
        }

        var trail = await audit.ReadAsync(changed.CaseId, changed.AuditHead, cancellationToken);
        return trail.IsValid && changed.Unlogged.All(pending => trail.Entries.Any(entry => entry.Id == pending.Id))
            ? AuditChain.HeadOf(trail)
            : await LogAsync(changed, cancellationToken);
    }

    private Task<AuditHead> LogAsync(ModerationCase changed, CancellationToken cancellationToken) => audit.AppendAsync(
        changed.CaseId,
        changed.AuditHead,
        [.. changed.Unlogged.Select(
            pending => new AuditEvent(
                pending.Type, pending.Actor, new(pending.Data)) { Id = pending.Id, Since = changed.Review?.OpenedAt })],
        cancellationToken);
}
