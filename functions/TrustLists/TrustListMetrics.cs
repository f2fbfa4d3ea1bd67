using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using AiLabels.Reports;

namespace VideoGate.TrustLists;

/// <summary>Meter <c>VideoGate.TrustLists</c>.</summary>
public sealed class TrustListMetrics
{
    public const string Meter = "VideoGate.TrustLists";

    private readonly ConcurrentDictionary<TrustListKind, DateTimeOffset> _confirmed = new();
    private readonly Counter<long> _refreshes;

    public TrustListMetrics(IMeterFactory meters, TimeProvider time)
    {
        var meter = meters.Create(Meter);
        _refreshes = meter.CreateCounter<long>(
            "moderation.trust.list.refreshes", "{refresh}", "Attempts to refresh a trust list, by result.");
        meter.CreateObservableGauge(
            "moderation.trust.list.age", () => Ages(time.GetUtcNow()), "s", "Time since the source of a trust list last confirmed it.");
    }

    /// <param name="outcome"><c>confirmed</c>, <c>replaced</c>, <c>unavailable</c> or <c>refused</c>.</param>
    public void Refreshed(TrustListKind kind, string outcome) =>
        _refreshes.Add(1, Name(kind), new("moderation.trust.list.outcome", outcome));

    public void Confirmed(TrustListKind kind, DateTimeOffset at) => _confirmed[kind] = at;

    private IEnumerable<Measurement<double>> Ages(DateTimeOffset now) =>
        _confirmed.Select(list => new Measurement<double>((now - list.Value).TotalSeconds, Name(list.Key)));

    private static KeyValuePair<string, object?> Name(TrustListKind kind) => new("moderation.trust.list", CamelCase.Name(kind));
}
