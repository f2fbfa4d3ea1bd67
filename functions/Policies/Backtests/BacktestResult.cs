using VideoGate.Cases;

namespace VideoGate.Policies.Backtests;

/// <summary>The cumulative result of a backtest. Additions are pure.</summary>
public sealed record BacktestResult
{
    /// <summary>Number of case ids in each sample.</summary>
    internal const int MaxSample = 10;

    // Pairs of rules: more than a person reads, few enough for one blob.
    internal const int MaxDifferences = 500;

    /// <summary>Number of cases checked.</summary>
    public int Seen { get; init; }

    /// <summary>The number of <see cref="Seen"/> decided within the window.</summary>
    public int Compared { get; init; }

    /// <summary>The number of <see cref="Compared"/> with the same outcome and reason under this policy.</summary>
    public int Same { get; init; }

    /// <summary>Quarantined originally, published by this policy.</summary>
    public int NowPublished { get; init; }

    /// <summary>Published originally, quarantined by this policy.</summary>
    public int NowQuarantined { get; init; }

    /// <summary>Whether every case was checked.</summary>
    public bool Complete { get; init; }

    /// <summary>Differences by pair of rules, most frequent first.</summary>
    public IReadOnlyList<BacktestDifference> Differences { get; init; } = [];

    /// <summary>Number of cases whose pair of rules is beyond the limit of <see cref="Differences"/>.</summary>
    public int DifferencesLeftOut { get; init; }

    /// <summary>
    /// Cases whose own policy, evaluated again, gives a different decision than the recorded one: the comparison uses other facts than the
    /// decision did.
    /// </summary>
    public int NotReproduced { get; init; }

    /// <summary>The first few of these cases.</summary>
    public IReadOnlyList<string> NotReproducedCases { get; init; } = [];

    /// <summary>Number of cases that could not be evaluated because their policy's text is missing or was changed.</summary>
    public int Unreadable { get; init; }

    public BacktestResult Add(IReadOnlyCollection<Comparison> batch)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var compared = batch.Where(comparison => comparison is { Then: not null }).ToList();
        var different = compared.Where(comparison => !comparison.IsSame).ToList();
        var differences = Merge(different);
        var unreproduced = compared.Where(comparison => comparison.Reproduced is false).ToList();
        return this with
        {
            Seen = Seen + batch.Count,
            Compared = Compared + compared.Count,
            Same = Same + compared.Count - different.Count,
            NowPublished = NowPublished + different.Count(comparison => comparison.Turns(DecisionOutcome.Publish)),
            NowQuarantined = NowQuarantined + different.Count(comparison => comparison.Turns(DecisionOutcome.Quarantine)),
            Differences = [.. differences.Take(MaxDifferences)],
            DifferencesLeftOut = DifferencesLeftOut + differences.Skip(MaxDifferences).Sum(difference => difference.Count),
            NotReproduced = NotReproduced + unreproduced.Count,
            NotReproducedCases = [.. NotReproducedCases.Concat(unreproduced.Select(comparison => comparison.CaseId)).Take(MaxSample)],
            Unreadable = Unreadable + compared.Count(comparison => comparison.Reproduced is null),
        };
    }

    private List<BacktestDifference> Merge(IEnumerable<Comparison> different) =>
    [
        .. Differences.Concat(different.Select(BacktestDifference.Of))
            .GroupBy(difference => (difference.Then, difference.Now))
            .Select(same => same.Aggregate((sum, one) => sum.Plus(one)))
            .OrderByDescending(difference => difference.Count),
    ];
}

/// <summary>Cases decided by one rule originally and by another rule, or by the same rule differently, in the backtest.</summary>
/// <param name="Approved">Number of these cases that a moderator finally approved: a human check of the rules.</param>
/// <param name="Rejected">Number of these cases that a moderator finally rejected.</param>
/// <param name="Cases">The first few case ids.</param>
public sealed record BacktestDifference(
    RuleOutcome Then, RuleOutcome Now, int Count, int Approved, int Rejected, IReadOnlyList<string> Cases)
{
    public static BacktestDifference Of(Comparison comparison)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        return new(
            comparison.Then!,
            comparison.Now!,
            1,
            comparison.Verdict is ReviewVerdict.Reject or null ? 0 : 1,
            comparison.Verdict is ReviewVerdict.Reject ? 1 : 0,
            [comparison.CaseId]);
    }

    public BacktestDifference Plus(BacktestDifference other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return this with
        {
            Count = Count + other.Count,
            Approved = Approved + other.Approved,
            Rejected = Rejected + other.Rejected,
            Cases = [.. Cases.Concat(other.Cases).Take(BacktestResult.MaxSample)],
        };
    }
}
