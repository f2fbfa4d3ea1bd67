using System.Diagnostics.Metrics;

namespace VideoGate.Intake;

/// <summary>Meter <c>VideoGate.Intake</c>.</summary>
public sealed class IntakeMetrics
{
    public const string Meter = "VideoGate.Intake";

    private readonly Counter<long> _uploads;

    public IntakeMetrics(IMeterFactory meters) =>
        _uploads = meters.Create(Meter)
            .CreateCounter<long>("moderation.uploads", "{upload}", "Uploads that opened a case, by whether the blob trigger gave them up.");

    public void Arrived(bool poisoned) => _uploads.Add(1, new KeyValuePair<string, object?>("moderation.upload.poisoned", poisoned));
}
