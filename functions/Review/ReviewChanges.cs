using Serverless.Audit;
using Serverless.Cases;

namespace Serverless.Review;

/// <summary>Changes reviews: the state first, under its ETag and with the event that it is; then the audit log; then the queue.</summary>
public sealed class ReviewChanges(CaseStore cases, AuditLog audit, OpenReviews queue)
{
    /// <param name="judge">Pure; asked again, by what the winner left, whenever a race is lost.</param>
    internal async Task<ReviewOutcome> ApplyAsync(StoredCase current, Func<StoredCase, Ruling> judge, CancellationToken cancellationToken)
    {
        while (true)
        {
            switch (judge(current))
            {
                case Ruling.Refused refused:
                    return new(null, refused.Problem);
                case Ruling.Repeated:
                    await LogAsync(current.Case, cancellationToken);
                    return new(current, null);
                case Ruling.Accepted accepted when await WriteAsync(current, accepted.Next, cancellationToken) is { } stored:
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
        await LogAsync(stored.Case, cancellationToken);
        await queue.ReflectAsync(stored, before: null, cancellationToken);
    }

    private async Task<StoredCase?> WriteAsync(StoredCase current, ModerationCase next, CancellationToken cancellationToken)
    {
        var head = await LogAsync(current.Case, cancellationToken);
        return await cases.ReplaceAsync(current, next with { AuditHead = head }, cancellationToken);
    }

    /// <returns>The end of the log, as far as it is known.</returns>
    private async Task<AuditHead?> LogAsync(ModerationCase changed, CancellationToken cancellationToken) => changed.Unlogged is []
        ? changed.AuditHead
        : await audit.AppendAsync(
            changed.CaseId,
            changed.AuditHead,
            [.. changed.Unlogged.Select(pending => new AuditEvent(pending.Type, pending.Actor, new(pending.Data)) { Id = pending.Id })],
            cancellationToken);
}
