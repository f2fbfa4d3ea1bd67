using VideoGate.Cases;

namespace VideoGate.Policies;

/// <summary>Content Safety settings of a policy. A policy with this section publishes nothing unchecked.</summary>
public sealed record SafetyPolicy
{
    /// <summary>Severities at and above which content is unsafe.</summary>
    public required Severities Thresholds { get; init; }

    /// <summary>Blocklists of the Content Safety resource; a match makes a text unsafe.</summary>
    public required IReadOnlyList<string> Blocklists { get; init; }

    /// <summary>Maximum number of calls per case. If there are more distinct frames, an evenly spread selection is analyzed.</summary>
    public required int MaxCalls { get; init; }

    /// <summary>Maximum time that a case waits for an unavailable service.</summary>
    public required TimeSpan MaxWait { get; init; }
}
