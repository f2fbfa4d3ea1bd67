using VideoGate.Cases;
using VideoGate.Policies;

namespace VideoGate.Safety;

/// <summary>Content Safety results of the frames or the texts of a case, small enough for the orchestration history.</summary>
/// <remarks>
/// An outage is a result, not an exception: failure details reach the orchestration as text, and a wait must not depend on parsing it.
/// </remarks>
public sealed record SafetyCheck
{
    private const int MaxHits = 8;

    /// <summary>The policy has no section <c>safety</c>: the service was not called.</summary>
    public static SafetyCheck NotAsked { get; } = new();

    /// <summary>Null if the analysis is complete.</summary>
    public SafetyOutage? Outage { get; init; }

    /// <summary>Number of frames or text parts analyzed, one call each.</summary>
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

/// <param name="RetryAfter">The delay requested by the service.</param>
/// <param name="MaxWait">The policy's total maximum wait.</param>
public sealed record SafetyOutage(string Reason, TimeSpan? RetryAfter = null, TimeSpan MaxWait = default)
{
    internal static SafetyOutage? Of(SafetyUnavailableException? failure, SafetyPolicy policy) =>
        failure is null ? null : new(failure.Message, failure.RetryAfter, policy.MaxWait);
}
