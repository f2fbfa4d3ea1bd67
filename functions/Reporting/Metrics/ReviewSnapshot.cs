namespace VideoGate.Reporting.Metrics;

/// <summary>Figures about reviews and decisions, computed from storage.</summary>
/// <param name="WindowFrom">Start of the window of decisions; it ends at <paramref name="AsOf"/>.</param>
/// <param name="QueueLength">Number of open reviews.</param>
/// <param name="OldestAgeSeconds">Age of the oldest open review in seconds, or null if none is open.</param>
/// <param name="DecisionsByReason">Decisions of policies by reason code.</param>
/// <param name="ReviewsByReason">Decisions about reviews by reason code.</param>
/// <param name="AutomationRate">Share of videos that the policy published automatically, or null without decisions.</param>
/// <param name="TimeToDecision">From quarantine to a decision about the review, or null without decisions.</param>
/// <param name="TimeToAutomatedDecision">From upload to the policy's decision, or null without decisions.</param>
/// <param name="Truncated">Whether there were more rows than one response counts.</param>
internal sealed record ReviewSnapshot(
    DateTimeOffset AsOf,
    DateTimeOffset WindowFrom,
    int QueueLength,
    double? OldestAgeSeconds,
    IReadOnlyDictionary<string, int> DecisionsByReason,
    IReadOnlyDictionary<string, int> ReviewsByReason,
    double? AutomationRate,
    Percentiles? TimeToDecision,
    Percentiles? TimeToAutomatedDecision,
    bool Truncated);
