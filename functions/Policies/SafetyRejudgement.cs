using VideoGate.Cases;

namespace VideoGate.Policies;

/// <summary>
/// Evaluates the Content Safety results of a case against a policy's thresholds, possibly not the policy they were obtained under. Pure.
/// </summary>
internal static class SafetyRejudgement
{
    public static (SafetyState State, IReadOnlyList<UnsafeCategory>? Categories) Of(Policy policy, ModerationCase seen) =>
        (seen.Safety, policy.Safety) switch
        {
            (null, _) => (SafetyState.NotChecked, null),
            ({ } safety, _) when seen.Policy == policy.Pin => (safety.State, safety.UnsafeCategories),
            (_, null) => (SafetyState.NotChecked, []),
            ({ } safety, { } asked) => Judge(safety, asked),
        };

    private static (SafetyState, IReadOnlyList<UnsafeCategory>) Judge(SafetySummary safety, SafetyPolicy asked)
    {
        UnsafeCategory[] reached =
            [.. safety.Highest.Reaching(asked.Thresholds).Select(reaching => reaching.Category), .. Blocked(safety, asked)];
        return (reached is [] ? Unfound(safety) : SafetyState.Unsafe, reached);
    }

    /// <remarks>Only the first few hits are stored: if none of them is a blocklist match, any blocklist may have matched.</remarks>
    private static IEnumerable<UnsafeCategory> Blocked(SafetySummary safety, SafetyPolicy asked)
    {
        string?[] known = [.. safety.Hits.Where(hit => hit.Category is UnsafeCategory.Blocklist).Select(hit => hit.Blocklist)];
        return safety.UnsafeCategories.Contains(UnsafeCategory.Blocklist)
            && asked.Blocklists.Count > 0
            && (known is [] || known.Any(name => asked.Blocklists.Contains(name!)))
                ? [UnsafeCategory.Blocklist]
                : [];
    }

    /// <remarks>Safe requires that frames and texts were analyzed; never assumed if the case does not record it.</remarks>
    private static SafetyState Unfound(SafetySummary safety) => safety switch
    {
        { State: not SafetyState.Unsafe } => safety.State,
        { Outage: not null } => SafetyState.Unavailable,
        { FramesRefused: > 0 } or { TextsRefused: > 0 } => SafetyState.Refused,
        { FramesJudged: > 0 and var frames } when safety.Calls > frames && safety.TextsLeftOut == 0 => SafetyState.Safe,
        _ => SafetyState.NotChecked,
    };
}
