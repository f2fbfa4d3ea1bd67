using VideoGate.Cases;
using VideoGate.Cases.Queue;
using VideoGate.Review.Queue;

namespace VideoGate.Maintenance.Repairs;

/// <summary>A row of the queue without an open review, or at a name that its review no longer has.</summary>
public sealed class SurplusReviewRow(ReviewQueueStore index, CaseStore cases, ReviewQueueProjection queue)
{
    public const string Kind = "surplus-review-row";

    public async Task<string?> RepairAsync(IndexedReview review, ReconciliationRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(review);
        ArgumentNullException.ThrowIfNull(run);
        var stored = await cases.GetAsync(review.Row.CaseId, cancellationToken);
        var isUnderWay = stored is not null && !run.IsSettled(stored.WrittenAt);
        if (isUnderWay
            || (stored is not null && ReviewQueueProjection.Shows(stored.Case) && ReviewQueueStore.NameOf(stored.Case) == review.Name))
        {
            return null;
        }

        await index.RemoveAsync(review.Name, cancellationToken);
        if (await cases.GetAsync(review.Row.CaseId, cancellationToken) is { } now)
        {
            // The review may have been reopened concurrently.
            await queue.ReflectAsync(now, before: null, cancellationToken);
        }

        return $"{review.Name} was removed, because {(stored is null ? "there is no such case" : "the case has no open review")}";
    }
}
