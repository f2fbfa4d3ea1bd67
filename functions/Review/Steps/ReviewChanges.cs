using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Http;
using VideoGate.Review.Queue;
using VideoGate.Review.Rules;
using VideoGate.Storage;

namespace VideoGate.Review.Steps;

/// <summary>
/// Changes reviews: first the state with its event, conditional on the ETag; then the audit log; then the queue. Compares the case with its
/// log before.
/// </summary>
public sealed class ReviewChanges(CaseStore cases, CaseJournal journal, CaseIntegrity integrity, ReviewQueueProjection queue)
{
    /// <param name="judge">Pure; called again on the current state after each concurrent change.</param>
    internal async Task<ReviewResult> ApplyAsync(
        StoredCase current, Func<StoredCase, TransitionResult> judge, CancellationToken cancellationToken)
    {
        while (true)
        {
            var held = await integrity.CheckAsync(current, cancellationToken);
            current = held.Stored;
            if (held.Break is { } found)
            {
                return new(null, Broken(found));
            }

            switch (judge(current))
            {
                case TransitionResult.Rejected refused:
                    return new(null, refused.Problem);
                case TransitionResult.Unchanged:
                    await journal.CompleteAsync(held, cancellationToken);
                    return new(current, null);
                case TransitionResult.Applied accepted when await WriteAsync(held, accepted.Next, cancellationToken) is { } stored:
                    // The change is stored: the rest must complete even if the caller has disconnected or has waited for long.
                    StorageDeadline.ContinueForEachCall();
                    await journal.LogAsync(stored.Case, CancellationToken.None);
                    await queue.ReflectAsync(stored, current.Case, CancellationToken.None);
                    return new(stored, null);
                default:
                    current = await cases.RequireAsync(current.Case.CaseId, cancellationToken);
                    break;
            }
        }
    }

    /// <summary>Gets the result that <see cref="ApplyAsync"/> would have; changes nothing but the mark of a case that disagrees.</summary>
    internal async Task<TransitionResult> PreviewAsync(
        StoredCase current, Func<StoredCase, TransitionResult> judge, CancellationToken cancellationToken)
    {
        var held = await integrity.CheckAsync(current, cancellationToken);
        return held.Break is { } found ? new TransitionResult.Rejected(Broken(found)) : judge(held.Stored);
    }

    /// <summary>Completes a change whose process ended before it was logged or shown in the queue.</summary>
    /// <exception cref="CaseBrokenException">The case and its log disagree.</exception>
    public async Task FinishAsync(StoredCase stored, CancellationToken cancellationToken)
    {
        var held = await integrity.RequireAsync(stored, cancellationToken);
        await journal.CompleteAsync(held, cancellationToken);
        await queue.ReflectAsync(held.Stored, before: null, cancellationToken);
    }

    /// <summary>Gets the refusal of a change to a case that disagrees with its log.</summary>
    internal static ProblemResult Broken(AuditBreak found) =>
        Problems.CaseBroken.Because(found.Message).With("brokenAt", found.Sequence);

    private async Task<StoredCase?> WriteAsync(CheckedCase held, ModerationCase next, CancellationToken cancellationToken)
    {
        var head = await journal.CompleteAsync(held, cancellationToken);
        return await cases.ReplaceAsync(held.Stored, integrity.Seal(next with { AuditHead = head }), cancellationToken);
    }
}
