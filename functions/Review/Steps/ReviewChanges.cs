using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Review.Queue;
using VideoGate.Review.Rules;

namespace VideoGate.Review.Steps;

/// <summary>Changes reviews: first the state with its event, conditional on the ETag; then the audit log; then the queue.</summary>
public sealed class ReviewChanges(CaseStore cases, AuditLog audit, ReviewQueueProjection queue)
{
    /// <param name="judge">Pure; called again on the current state after each concurrent change.</param>
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
                    // The change is stored: the rest must complete even if the caller has disconnected.
                    await LogAsync(stored.Case, CancellationToken.None);
                    await queue.ReflectAsync(stored, current.Case, CancellationToken.None);
                    return new(stored, null);
                default:
                    current = await cases.RequireAsync(current.Case.CaseId, cancellationToken);
                    break;
            }
        }
    }

    /// <summary>Completes a change whose process ended before it was logged or shown in the queue.</summary>
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

    /// <summary>Logs an earlier change that is not in the log because its process ended too early.</summary>
    /// <returns>The end of the log, as far as known.</returns>
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
