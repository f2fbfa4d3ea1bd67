using VideoGate.Cases;
using VideoGate.Policies;

namespace VideoGate.Safety;

/// <summary>What the frames or the texts of a case came to: small enough for the history of the workflow.</summary>
/// <remarks>
/// An outage is a result and no exception: failure details cross to the orchestration as text, and a wait must not rest on parsing it.
/// </remarks>
public sealed record SafetyCheck
{
    private const int MaxHits = 8;

    /// <summary>The policy has no section <c>safety</c>: nobody was asked.</summary>
    public static SafetyCheck NotAsked { get; } = new();

    /// <summary>Null when everything was judged that was to be.</summary>
    public SafetyOutage? Outage { get; init; }

    /// <summary>Frames or parts of texts that the service judged, each by one call.</summary>
    public int Judged { get; init; }

    public int LeftOut { get; init; }

    public int Refused { get; init; }

    public Severities Highest { get; init; } = Severities.Safe;

    public IReadOnlyList<UnsafeCategory> UnsafeCategories { get; init; } = [];

    public IReadOnlyList<SafetyHit> Hits { get; init; } = [];

    public static SafetyCheck Failed(string reason) => new() { Outage = new(reason) };

    internal static SafetyCheck Of(IReadOnlyCollection<Severities> judged, IEnumerable<SafetyHit> hits, SafetyOutage? outage)
    {
        SafetyHit[] all = [.. hits];
        return new()
        {
            Outage = outage,
            Judged = judged.Count,
            Highest = judged.Aggregate(Severities.Safe, (highest, one) => highest.Or(one)),
            UnsafeCategories = [.. all.Select(hit => hit.Category).Distinct().Order()],
            Hits = [.. all.Take(MaxHits)],
        };
    }
}

/// <param name="RetryAfter">What the service asked for.</param>
/// <param name="MaxWait">How long the policy waits altogether.</param>
public sealed record SafetyOutage(string Reason, TimeSpan? RetryAfter = null, TimeSpan MaxWait = default)
{
    internal static SafetyOutage? Of(SafetyUnavailableException? failure, SafetyPolicy policy) =>
        failure is null ? null : new(failure.Message, failure.RetryAfter, policy.MaxWait);
}
