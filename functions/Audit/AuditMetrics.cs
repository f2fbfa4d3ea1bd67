using System.Diagnostics.Metrics;

namespace VideoGate.Audit;

/// <summary>Meter <c>VideoGate.Audit</c>.</summary>
public sealed class AuditMetrics
{
    public const string Meter = "VideoGate.Audit";

    private readonly Counter<long> _verified;
    private readonly Counter<long> _broken;

    public AuditMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Meter);
        _verified = meter.CreateCounter<long>("audit.logs.verified", "{log}", "Audit logs verified, by whether their hash chain is intact.");
        _broken = meter.CreateCounter<long>(
            "audit.cases.broken", "{case}", "Cases that disagree with their audit logs, by fault.");
    }

    internal void BrokenManifest() => Broken("manifest");

    internal void Broken(string fault) => _broken.Add(1, new KeyValuePair<string, object?>("audit.fault", fault));

    public void Verified(bool valid) => _verified.Add(1, new KeyValuePair<string, object?>("audit.chain.valid", valid));
}
