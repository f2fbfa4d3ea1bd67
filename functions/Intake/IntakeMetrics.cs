using System.Diagnostics.Metrics;

namespace VideoGate.Intake;

/// <summary>Meter <c>VideoGate.Intake</c>.</summary>
public sealed class IntakeMetrics
{
    public const string Meter = "VideoGate.Intake";

    private readonly Counter<long> _uploads;
    private readonly Counter<long> _limited;

    public IntakeMetrics(IMeterFactory meters)
    {
        var meter = meters.Create(Meter);
        _uploads = meter.CreateCounter<long>(
            "moderation.uploads", "{upload}", "Uploads that opened a case, by whether the blob trigger gave up on them.");
        _limited = meter.CreateCounter<long>(
            "moderation.uploads.limited", "{request}", "Requests for an upload URL answered with 429, by the limit reached.");
    }

    public void Arrived(bool poisoned) => _uploads.Add(1, new KeyValuePair<string, object?>("moderation.upload.poisoned", poisoned));

    public void Limited(string limit) => _limited.Add(1, new KeyValuePair<string, object?>("moderation.limit", limit));
}
