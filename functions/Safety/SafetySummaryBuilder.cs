using VideoGate.Cases;

namespace VideoGate.Safety;

/// <summary>Merges the results of frames and texts.</summary>
public static class SafetySummaryBuilder
{
    /// <param name="frames">Null if no frame could be analyzed.</param>
    public static SafetySummary Of(SafetyCheck? frames, SafetyCheck? texts)
    {
        SafetyCheck[] checks = [frames ?? SafetyCheck.NotAsked, texts ?? SafetyCheck.NotAsked];
        return new()
        {
            State = State(checks),
            Highest = checks[0].Highest.Or(checks[1].Highest),
            UnsafeCategories = [.. checks.SelectMany(check => check.UnsafeCategories).Distinct().Order()],
            Hits = [.. checks.SelectMany(check => check.Hits)],
            Calls = checks.Sum(check => check.Judged),
            FramesJudged = checks[0].Judged,
            FramesLeftOut = checks[0].LeftOut,
            FramesRefused = checks[0].Refused,
            TextsRefused = checks[1].Refused,
            TextsLeftOut = checks[1].LeftOut,
            Outage = checks.Select(check => check.Outage?.Reason).FirstOrDefault(reason => reason is not null),
        };
    }

    /// <remarks>
    /// A finding counts even if the service became unavailable afterwards. Safe requires that both frames and texts were
    /// analyzed, and that the service refused none: content may be made unreadable on purpose. Frames beyond the budget are like those
    /// analyzed, which are spread over all; a text beyond it is not.
    /// </remarks>
    private static SafetyState State(SafetyCheck[] checks) =>
        checks.Any(check => check.UnsafeCategories.Count > 0) ? SafetyState.Unsafe
        : checks.Any(check => check.Outage is not null) ? SafetyState.Unavailable
        : checks.Any(check => check.Refused > 0) ? SafetyState.Refused
        : checks.Any(check => check.Judged == 0) || checks[1].LeftOut > 0 ? SafetyState.NotChecked
        : SafetyState.Safe;
}
