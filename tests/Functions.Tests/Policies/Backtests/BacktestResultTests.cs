using VideoGate.Cases;
using VideoGate.Policies.Backtests;

namespace VideoGate.Tests.Policies.Backtests;

public sealed class BacktestResultTests
{
    private static readonly RuleOutcome Published = new("otherwise", DecisionOutcome.Publish, "no-ai-label");
    private static readonly RuleOutcome Quarantined = new("ai", DecisionOutcome.Quarantine, "ai-indicated");

    [Fact]
    public void Add_Batches_CountsByPairOfRulesAndKeepsASample()
    {
        var batches = Enumerable.Range(0, 3).Select(batch => Enumerable.Range(0, 20).Select(number =>
            new Comparison($"{batch}-{number}", Quarantined, Published, number < 5 ? ReviewVerdict.Reject : null, true)).ToList());

        var result = batches.Aggregate(new BacktestResult(), (sum, batch) => sum.Add(batch));

        var difference = Assert.Single(result.Differences);
        Assert.Equal((60, 60, 0, 60, 0), (result.Seen, result.Compared, result.Same, result.NowPublished, result.NowQuarantined));
        Assert.Equal((60, 0, 15), (difference.Count, difference.Approved, difference.Rejected));
        Assert.Equal(Enumerable.Range(0, 10).Select(number => $"0-{number}"), difference.Cases);
    }

    [Fact]
    public void Add_UndecidedAndSameCases_AreNoDifferences()
    {
        var result = new BacktestResult().Add([Comparison.None("a"), new("b", Published, Published with { Rule = "another" }, null, true)]);

        Assert.Equal((2, 1, 1), (result.Seen, result.Compared, result.Same));
        Assert.Empty(result.Differences);
    }

    [Fact]
    public void Add_DecisionThatItsOwnPolicyDoesNotRepeat_IsNamed()
    {
        var result = new BacktestResult().Add([new("a", Published, Published, null, false), new("b", Published, Published, null, null)]);

        Assert.Equal(["a"], result.NotReproducedCases);
        Assert.Equal((1, 1), (result.NotReproduced, result.Unreadable));
    }

    [Fact]
    public void Add_MorePairsOfRulesThanAPersonReads_LeavesTheRarestOut()
    {
        // Arrange
        var pairs = Enumerable.Range(0, BacktestResult.MaxDifferences + 7)
            .Select(number => new Comparison($"{number}", Quarantined with { Rule = $"r{number}" }, Published, null, true));

        // Act
        var result = new BacktestResult().Add([.. pairs]);

        // Assert
        Assert.Equal((BacktestResult.MaxDifferences, 7), (result.Differences.Count, result.DifferencesLeftOut));
    }
}
