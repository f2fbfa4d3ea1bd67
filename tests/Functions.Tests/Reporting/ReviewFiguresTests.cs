using VideoGate.Reporting.Decisions;
using VideoGate.Reporting.Metrics;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Reporting;

public sealed class ReviewFiguresTests
{
    private static readonly DateTimeOffset Now = TestCases.Opened;
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    [Fact]
    public void Sum_Nothing_HasNoRates()
    {
        var figures = ReviewFigures.Sum([], Now, Day);

        Assert.Equal((null, null, null), (figures.AutomationRate, figures.TimeToDecision, figures.TimeToAutomatedDecision));
    }

    [Fact]
    public void Sum_DecisionsOfPolicyAndPeople_AreKeptApart()
    {
        // Arrange
        DecisionRow[] rows =
        [
            .. Enumerable.Range(0, 3).Select(number => Row($"p{number}", "decided", "Publish", "no-ai-label", 10)),
            Row("q", "decided", "Quarantine", "explicit-label-missing", 20),
            Row("q", "review-decided", "reject", "label-missing", 3600),
        ];

        // Act
        var figures = ReviewFigures.Sum(rows, Now, Day);

        // Assert
        Assert.Equal(0.75, figures.AutomationRate);
        Assert.Equal(new Dictionary<string, int> { ["no-ai-label"] = 3, ["explicit-label-missing"] = 1 }, figures.DecisionsByReason);
        Assert.Equal(new Dictionary<string, int> { ["label-missing"] = 1 }, figures.ReviewsByReason);
        Assert.Equal((new Percentiles(3600, 3600), new Percentiles(10, 20)), (figures.TimeToDecision, figures.TimeToAutomatedDecision));
    }

    [Fact]
    public void Sum_RowOfAnAttemptThatWasRepeated_CountsOnce()
    {
        var row = Row("a", "decided", "Publish", "no-ai-label", 10);

        Assert.Equal(1, ReviewFigures.Sum([row, row with { At = row.At.AddSeconds(1) }], Now, Day).DecisionsByReason["no-ai-label"]);
    }

    [Fact]
    public void Of_Hundred_IsByNearestRank() =>
        Assert.Equal(new Percentiles(50, 95), Percentiles.Of(Enumerable.Range(1, 100).Select(number => (double)number)));

    private static DecisionRow Row(string caseId, string type, string outcome, string reason, double seconds) =>
        new(caseId, type, Now, type, outcome, reason, type == "decided", seconds);
}
