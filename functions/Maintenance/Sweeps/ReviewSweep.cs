using VideoGate.Cases.Queue;
using VideoGate.Maintenance.Repairs;

namespace VideoGate.Maintenance.Sweeps;

/// <summary>Sweeps the review queue for rows without an open review.</summary>
public sealed class ReviewSweep(ReviewQueueStore index, SurplusReviewRow surplus) : ISweep
{
    public string Name => "reviews";

    public TimeSpan Every => TimeSpan.Zero;

    public async Task<SweepStep> StepAsync(string? marker, int pageSize, ReconciliationRun run, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(run);
        var (reviews, next) = await index.ListPageAsync(marker, pageSize, cancellationToken);
        return await Pages.CheckAsync(
            reviews,
            next,
            (review, cancellation) => run.ExamineAsync(review.Row.CaseId, () => run.TryAsync(
                SurplusReviewRow.Kind, review.Row.CaseId, () => surplus.RepairAsync(review, run, cancellation), cancellation),
                cancellation),
            cancellationToken);
    }
}
