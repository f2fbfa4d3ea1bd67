using System.Diagnostics.Metrics;
using AiLabels.Reports;

namespace VideoGate.Cases;

/// <summary>Meter <c>VideoGate.Cases</c>. Reasons and policies come from the policy files: low cardinality.</summary>
public sealed class CaseMetrics
{
    public const string Meter = "VideoGate.Cases";

    private readonly Counter<long> _ended;
    private readonly Histogram<double> _untilDecision;
    private readonly Histogram<double> _untilRemoval;

    public CaseMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Meter);
        _ended = meter.CreateCounter<long>(
            "moderation.cases.ended", "{case}", "Closed cases, by final state and by the policy's decision.");
        _untilDecision = meter.CreateHistogram(
            "moderation.case.decision.duration",
            "s",
            "From the upload to the policy's decision.",
            tags: null,
            new InstrumentAdvice<double>
            {
                HistogramBucketBoundaries =
                [1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1800, 3600, 14400, 86400]
            });
        _untilRemoval = meter.CreateHistogram(
            "moderation.takedown.duration",
            "s",
            "From the receipt of an order to the removal of the video, by whether its clock had ended.",
            tags: null,
            new InstrumentAdvice<double> { HistogramBucketBoundaries = [60, 600, 1800, 3600, 7200, 10800, 21600, 43200, 86400, 172800] });
    }

    /// <summary>Counts a case that ended. A case reopened by an undo or an appeal is counted again when it ends again.</summary>
    public void Ended(ModerationCase ended)
    {
        ArgumentNullException.ThrowIfNull(ended);
        _ended.Add(
            1,
            new("moderation.case.state", CamelCase.Name(ended.State)),
            new("moderation.case.origin", ended.Decision is { } decided ? CamelCase.Name(decided.Origin) : "none"),
            new("moderation.decision.outcome", ended.Decision is { } outcome ? outcome.Outcome.ToString() : "none"),
            new("moderation.decision.reason", ended.QuarantineReason ?? "none"),
            new("moderation.policy", ended.Policy.Id));
        if (Takedown.IsInForce(ended) && ended.Takedown is { RemovedAt: { } removed } order)
        {
            _untilRemoval.Record(
                Math.Max(0, (removed - order.ReceivedAt).TotalSeconds),
                new("moderation.takedown.kind", order.Kind),
                new KeyValuePair<string, object?>("moderation.takedown.late", removed > order.DueAt));
        }
    }

    public void Decided(ModerationCase opened, Decision decision)
    {
        ArgumentNullException.ThrowIfNull(opened);
        ArgumentNullException.ThrowIfNull(decision);
        _untilDecision.Record(
            Math.Max(0, (decision.DecidedAt - opened.Upload.UploadedAt).TotalSeconds),
            new("moderation.decision.outcome", decision.Outcome.ToString()),
            new KeyValuePair<string, object?>("moderation.policy", decision.Policy.Id));
    }
}
