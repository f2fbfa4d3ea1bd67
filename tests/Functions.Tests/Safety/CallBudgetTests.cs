using VideoGate.Safety;

namespace VideoGate.Tests.Safety;

public sealed class CallBudgetTests
{
    [Theory]
    [InlineData(5, 5, "0 1 2 3 4")]
    [InlineData(3, 5, "0 1 2")]
    [InlineData(0, 5, "")]
    [InlineData(9, 3, "0 4 8")]
    [InlineData(10, 4, "0 3 6 9")]
    [InlineData(10, 1, "0")]
    public void Spread_MoreItemsThanCalls_TakesThemEvenlyWithBothEnds(int items, int calls, string chosen) =>
        Assert.Equal(chosen, string.Join(' ', CallBudget.Spread([.. Enumerable.Range(0, items)], calls)));

    [Fact]
    public void Spread_AnySizes_SpendsTheBudgetOnDistinctItemsInOrder()
    {
        var spreads =
            from items in Enumerable.Range(1, 120)
            from calls in Enumerable.Range(1, 60)
            select (Expected: Math.Min(items, calls), Chosen: CallBudget.Spread([.. Enumerable.Range(0, items)], calls));

        Assert.All(spreads, spread =>
        {
            Assert.Equal(spread.Expected, spread.Chosen.Count);
            Assert.Equal(spread.Chosen.Distinct().Order(), spread.Chosen);
        });
    }

    [Theory]
    [InlineData(20, 14, 6)]
    [InlineData(20, 3, 17)]
    [InlineData(10, 10, 6)]
    public void ForTexts_AreThoseReservedAndThoseThatFramesLeft(int calls, int frames, int texts) =>
        Assert.Equal(texts, CallBudget.ForTexts(calls, frames));
}
