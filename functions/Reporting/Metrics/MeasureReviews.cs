using Microsoft.Azure.Functions.Worker;
using VideoGate.Reporting.Decisions;

namespace VideoGate.Reporting.Metrics;

/// <summary>Every five minutes: publishes the queue's figures, and counts the decisions of an interval.</summary>
public sealed class MeasureReviews(ReviewFigures figures, DecisionIndex decisions, ReviewMetrics metrics, TimeProvider time)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    [Function(nameof(MeasureReviews))]
    public async Task RunAsync([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        metrics.Measured(await figures.CountAsync(Window, cancellationToken));

        // Whole intervals by the clock, none twice, whichever instance of the app runs this; the last but one, for the last may still be
        // written to.
        var end = new DateTimeOffset(time.GetUtcNow().UtcTicks / Interval.Ticks * Interval.Ticks, TimeSpan.Zero) - Interval;
        await foreach (var row in decisions.ListAsync(end - Interval, end, cancellationToken))
        {
            metrics.Decided(row);
        }
    }
}
