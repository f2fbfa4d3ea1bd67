using Microsoft.Azure.Functions.Worker;
using VideoGate.Reporting.Decisions;

namespace VideoGate.Reporting.Metrics;

/// <summary>Every five minutes: publishes the queue's figures, and counts the decisions of one interval.</summary>
public sealed class MeasureReviews(ReviewFigures figures, DecisionIndex decisions, ReviewMetrics metrics, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    [Function(nameof(MeasureReviews))]
    public async Task RunAsync([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        metrics.Measured(await figures.CountAsync(Window, cancellationToken));

        // Whole clock intervals, each counted once by whichever instance runs this; the last but one, because the last may still be written
        // to.
        var end = new DateTimeOffset(time.GetUtcNow().UtcTicks / Interval.Ticks * Interval.Ticks, TimeSpan.Zero) - Interval;
        await foreach (var row in decisions.ListAsync(end - Interval, end, cancellationToken))
        {
            metrics.Decided(row);
        }
    }
}
