using System.Diagnostics.Metrics;
using VideoGate.Reporting.Decisions;

namespace VideoGate.Reporting.Metrics;

/// <summary>Meter <c>VideoGate.Reviews</c>.</summary>
public sealed class ReviewMetrics
{
    public const string Meter = "VideoGate.Reviews";

    private readonly Gauge<long> _queueLength;
    private readonly Gauge<double> _oldestAge;
    private readonly Gauge<double> _automation;
    private readonly Counter<long> _decisions;
    private readonly Histogram<double> _duration;

    public ReviewMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Meter);
        _queueLength = meter.CreateGauge<long>("moderation.review.queue.length", "{review}", "Open reviews.");
        _oldestAge = meter.CreateGauge<double>(
            "moderation.review.oldest.age", "s", "Time since the oldest open review was opened; 0 when none is open.");
        _automation =
            meter.CreateGauge<double>(
                "moderation.automation.ratio", "1", "Share of videos that the policy published automatically in the last 24 hours.");
        _decisions = meter.CreateCounter<long>("moderation.decisions", "{decision}", "Decisions, by who made them, outcome and reason.");
        _duration = meter.CreateHistogram<double>(
            "moderation.decision.duration", "s", "Time that a video or its review waited for a decision.");
    }

    internal void Measured(ReviewSnapshot snapshot)
    {
        _queueLength.Record(snapshot.QueueLength);
        _oldestAge.Record(snapshot.OldestAgeSeconds ?? 0);
        if (snapshot.AutomationRate is { } rate)
        {
            _automation.Record(rate);
        }
    }

    internal void Decided(DecisionRow row)
    {
        KeyValuePair<string, object?> type = new("moderation.decision.type", row.Type);
        KeyValuePair<string, object?> automated = new("moderation.decision.automated", row.Automated);
        _decisions.Add(
            1, type, automated, new("moderation.decision.outcome", row.Outcome),
            new KeyValuePair<string, object?>("moderation.decision.reason", row.Reason));
        if (row.Seconds is { } seconds)
        {
            _duration.Record(seconds, type, automated);
        }
    }
}
