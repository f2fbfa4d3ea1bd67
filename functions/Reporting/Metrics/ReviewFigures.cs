using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Cases.Queue;
using VideoGate.Reporting.Decisions;

namespace VideoGate.Reporting.Metrics;

/// <summary>Computes figures from listings alone: opens no case and no log, and reads a limited number of rows.</summary>
public sealed class ReviewFigures(ReviewQueueStore reviews, DecisionIndex decisions, TimeProvider time)
{
    private const int MaxRows = 100_000;

    internal async Task<ReviewSnapshot> CountAsync(TimeSpan window, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var open = await reviews.ScanAsync(MaxRows + 1, cancellationToken);
        DateTimeOffset? oldest = open is [] ? null : open.Min(review => review.Row.OpenedAt);
        var decided = await decisions.ListAsync(now - window, now, cancellationToken).Take(MaxRows + 1).ToListAsync(cancellationToken);
        return Sum(decided, now, window) with
        {
            QueueLength = Math.Min(open.Count, MaxRows),
            OldestAgeSeconds = oldest is { } opened ? (now - opened).TotalSeconds : null,
            Truncated = open.Count > MaxRows || decided.Count > MaxRows,
        };
    }

    internal static ReviewSnapshot Sum(IReadOnlyCollection<DecisionRow> decided, DateTimeOffset now, TimeSpan window)
    {
        // A retried append leaves two rows; the later one counts.
        DecisionRow[] rows = [.. decided.GroupBy(row => (row.CaseId, row.EventId)).Select(same => same.MaxBy(row => row.At)!)];
        DecisionRow[] byPolicy = [.. rows.Where(row => row.Type == AuditEventTypes.Decided.Name)];
        DecisionRow[] byReview = [.. rows.Where(row => row.Type == AuditEventTypes.ReviewDecided.Name)];
        return new(
            now,
            now - window,
            QueueLength: 0,
            OldestAgeSeconds: null,
            Reasons(byPolicy),
            Reasons(byReview),
            byPolicy is [] ? null : (double)byPolicy.Count(IsPublished) / byPolicy.Length,
            Percentiles.Of(byReview.Select(row => row.Seconds).OfType<double>()),
            Percentiles.Of(byPolicy.Select(row => row.Seconds).OfType<double>()),
            Truncated: false);
    }

    private static bool IsPublished(DecisionRow row) =>
        row.Outcome is nameof(DecisionOutcome.Publish) or nameof(DecisionOutcome.PublishWithNotice);

    private static Dictionary<string, int> Reasons(IEnumerable<DecisionRow> rows) =>
        rows.CountBy(row => row.Reason).OrderByDescending(reason => reason.Value).ToDictionary();
}
