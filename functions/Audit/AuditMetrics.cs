using System.Diagnostics.Metrics;

namespace VideoGate.Audit;

/// <summary>Meter <c>VideoGate.Audit</c>.</summary>
public sealed class AuditMetrics
{
    public const string Meter = "VideoGate.Audit";

    private readonly Counter<long> _verified;

    public AuditMetrics(IMeterFactory meters) =>
        _verified = meters.Create(Meter)
            .CreateCounter<long>("audit.logs.verified", "{log}", "Audit logs verified, by whether their chain holds.");

    public void Verified(bool valid) => _verified.Add(1, new KeyValuePair<string, object?>("audit.chain.valid", valid));
}
