using VideoGate.Cases;

namespace VideoGate.Policies;

/// <summary>
/// What content safety found in a case, held against the thresholds of a policy that may not be the one it was found under. Pure.
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

    /// <remarks>Only the first few hits are kept: when none of them is of a blocklist, any blocklist may have matched.</remarks>
    private static IEnumerable<UnsafeCategory> Blocked(SafetySummary safety, SafetyPolicy asked)
    {
        string?[] known = [.. safety.Hits.Where(hit => hit.Category is UnsafeCategory.Blocklist).Select(hit => hit.Blocklist)];
        return safety.UnsafeCategories.Contains(UnsafeCategory.Blocklist)
            && asked.Blocklists.Count > 0
            && (known is [] || known.Any(name => asked.Blocklists.Contains(name!)))
                ? [UnsafeCategory.Blocklist]
                : [];
    }

    /// <remarks>Safe is only what was judged, frames and texts alike; where that was not noted it is not assumed.</remarks>
    private static SafetyState Unfound(SafetySummary safety) => safety switch
    {
        { State: not SafetyState.Unsafe } => safety.State,
        { Outage: not null } => SafetyState.Unavailable,
        { FramesJudged: > 0 and var frames } when safety.Calls > frames => SafetyState.Safe,
        _ => SafetyState.NotChecked,
    };
}
