using VideoGate.Cases;
using VideoGate.Cases.Queue;
using VideoGate.Review.Queue;
using VideoGate.Review.Steps;

namespace VideoGate.Maintenance.Repairs;

/// <summary>An open review whose row in the queue is missing or out of date.</summary>
public sealed class MissingReviewRow(ReviewQueueStore index, ReviewChanges changes) : ICaseRepair
{
    public string Kind => "review-row";

    public bool IsUrgent => true;

    public bool ChangesCase => false;

    public async Task<string?> RepairAsync(StoredCase stored, ReconciliationRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stored);
        if (!ReviewQueueProjection.Shows(stored.Case))
        {
            return null;
        }

        var row = await index.FindAsync(stored.Case, cancellationToken);
        if (row == ReviewRow.From(stored.Case))
        {
            return null;
        }

        await changes.FinishAsync(stored, cancellationToken);
        return row is null ? "the queue did not show its review" : "the queue showed an outdated review";
    }
}
