using VideoGate.Cases;

namespace VideoGate.Policies.Backtests;

/// <summary>What a backtest has found so far. Adding to it is pure.</summary>
public sealed record BacktestResult
{
    /// <summary>Case ids in each sample.</summary>
    internal const int MaxSample = 10;

    // Pairs of rules: more than a person reads, and few enough for one blob.
    internal const int MaxDifferences = 500;

    /// <summary>Cases looked at.</summary>
    public int Seen { get; init; }

    /// <summary>Translate them, those that were decided within the window.</summary>
    public int Compared { get; init; }

    /// <summary>Translate them, those that the policy decides by the same outcome for the same reason.</summary>
    public int Same { get; init; }

    /// <summary>Quarantined then, published by this policy.</summary>
    public int NowPublished { get; init; }

    /// <summary>Published then, quarantined by this policy.</summary>
    public int NowQuarantined { get; init; }

    /// <summary>Whether every case was looked at.</summary>
    public bool Complete { get; init; }

    /// <summary>The most frequent pair of rules first.</summary>
    public IReadOnlyList<BacktestDifference> Differences { get; init; } = [];

    /// <summary>Cases whose pair of rules found no room among the differences.</summary>
    public int DifferencesLeftOut { get; init; }

    /// <summary>
    /// Cases whose own policy, asked again, does not say what it said then: there the comparison rests on other ground than the decision
    /// did.
    /// </summary>
    public int NotReproduced { get; init; }

    /// <summary>The first few of them.</summary>
    public IReadOnlyList<string> NotReproducedCases { get; init; } = [];

    /// <summary>Cases that could not be decided again because their policy's text is gone or was changed.</summary>
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

/// <summary>Cases that one rule decided then and another one, or the same one otherwise, decides now.</summary>
/// <param name="Approved">Translate them, those that a moderator approved in the end: a check on the rules by people.</param>
/// <param name="Rejected">Translate them, those that a moderator rejected in the end.</param>
/// <param name="Cases">The first few.</param>
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
