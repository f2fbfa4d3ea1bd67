namespace VideoGate.Reporting.Metrics;

/// <summary>Figures about reviews and decisions, counted from what is stored.</summary>
/// <param name="WindowFrom">Decisions count from here until <paramref name="AsOf"/>.</param>
/// <param name="QueueLength">Open reviews.</param>
/// <param name="OldestAgeSeconds">Since the oldest of them was opened; null when none is open.</param>
/// <param name="DecisionsByReason">Decisions of policies by reason code.</param>
/// <param name="ReviewsByReason">Decisions about reviews by reason code.</param>
/// <param name="AutomationRate">Share of videos that the policy published by itself; null when it decided nothing.</param>
/// <param name="TimeToDecision">From quarantine to a decision about the review; null when there was none.</param>
/// <param name="TimeToAutomatedDecision">From upload to the policy's decision; null when there was none.</param>
/// <param name="Truncated">Whether there was more than is counted for one answer.</param>
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
