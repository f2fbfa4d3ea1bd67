using VideoGate.Audit;
using VideoGate.Audit.Verification;
using VideoGate.Cases;
using VideoGate.Cases.Queue;

namespace VideoGate.Review.Queue;

/// <summary>The review queue as verification sees it.</summary>
internal sealed class ReviewQueueIndex(ReviewQueueStore queue) : ICaseIndex
{
    public string Name => "review-queue";

    public async Task<bool> ShowsAsync(ModerationCase indexed, AuditTrail trail, CancellationToken cancellationToken) =>
        indexed.Review is null
        || await queue.FindAsync(indexed, cancellationToken)
            == (ReviewQueueProjection.Shows(indexed) ? ReviewRow.From(indexed) : null);
}
