using System.Diagnostics.Metrics;

namespace VideoGate.Maintenance.Repairs;

/// <summary>Meter <c>VideoGate.Reconciliation</c>.</summary>
public sealed class ReconciliationMetrics
{
    public const string Meter = "VideoGate.Reconciliation";

    private readonly Counter<long> _found;

    public ReconciliationMetrics(IMeterFactory meters) => _found = meters.Create(Meter).CreateCounter<long>(
        "moderation.inconsistencies", "{inconsistency}",
            "Inconsistencies found in stored data, by kind and by whether they were repaired.");

    internal void Found(string kind, bool repaired) => _found.Add(
        1,
        new KeyValuePair<string, object?>("moderation.inconsistency.kind", kind),
        new KeyValuePair<string, object?>("moderation.inconsistency.repaired", repaired));
}
