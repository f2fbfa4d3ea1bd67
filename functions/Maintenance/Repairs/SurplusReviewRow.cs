using VideoGate.Cases;
using VideoGate.Cases.Queue;
using VideoGate.Review.Queue;

namespace VideoGate.Maintenance.Repairs;

/// <summary>A row of the queue that stands for no open review, or at a place where its review no longer is.</summary>
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
            // It may have been reopened meanwhile.
            await queue.ReflectAsync(now, before: null, cancellationToken);
        }

        return $"{review.Name} was removed, for {(stored is null ? "there is no such case" : "no open review stands there")}";
    }
}
