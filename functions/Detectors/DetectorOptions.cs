using System.ComponentModel.DataAnnotations;

namespace VideoGate.Detectors;

/// <summary>Section <c>Detectors</c>: external detectors of AI-generated video, asked about every upload.</summary>
public sealed class DetectorOptions
{
    public const string Section = "Detectors";

    /// <summary>Detectors; if empty, none is asked.</summary>
    public IList<DetectorEndpoint> Endpoints { get; } = [];

    /// <summary>Timeout of one call.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a case waits for a detector that does not answer; then its result is unavailable.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "06:00:00")]
    public TimeSpan MaxWait { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>Calls of one detector about one case, which bounds the cost.</summary>
    [Range(1, 20)]
    public int MaxCalls { get; set; } = 4;

    /// <summary>Largest video that is sent, in bytes; the result of a larger one is unavailable.</summary>
    [Range(1, 1_000_000_000_000)]
    public long MaxBytes { get; set; } = 5_000_000_000;

    /// <summary>
    /// Detectors on this machine as <c>host:port</c>, accessed over the loopback interface without TLS. For development: every other
    /// non-public address is refused.
    /// </summary>
    public IList<string> LoopbackTargets { get; } = [];
}
