using VideoGate.Cases;

namespace VideoGate.Policies;

/// <summary>What content safety is asked. A policy that has this publishes nothing unchecked.</summary>
public sealed record SafetyPolicy
{
    /// <summary>Severities from which on content is unsafe.</summary>
    public required Severities Thresholds { get; init; }

    /// <summary>Names of blocklists of the Content Safety resource; a match makes a text unsafe.</summary>
    public required IReadOnlyList<string> Blocklists { get; init; }

    /// <summary>Calls for one case. With more distinct frames than that, as many are asked about, spread evenly.</summary>
    public required int MaxCalls { get; init; }

    /// <summary>How long a case waits for a service that is down.</summary>
    public required TimeSpan MaxWait { get; init; }
}
