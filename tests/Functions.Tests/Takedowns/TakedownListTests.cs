using VideoGate.Cases;
using VideoGate.Cases.Api;
using VideoGate.Takedowns;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Takedowns;

public sealed class TakedownListTests
{
    [Fact]
    public void Of_MoreOrdersThanAreShown_ShowsTheEarliestDeadlines()
    {
        // In the order of their rows the earliest deadlines come last.
        var open = Enumerable.Range(0, TakedownList.Most + 50).Select(number => Item($"{number:000}", due: 1000 - number));

        var shown = TakedownList.Of(open).Items;

        Assert.Equal(TakedownList.Most, shown.Count);
        Assert.Equal(("249", "050"), (shown[0].CaseId, shown[^1].CaseId));
    }

    [Fact]
    public void Of_OrdersWithoutDeadline_ComeLastByTheirReceipt()
    {
        TakedownItem[] open = [Item("late", due: null, received: 5), Item("early", due: null, received: 1), Item("due", due: 9)];

        var shown = TakedownList.Of(open).Items;

        Assert.Equal(["due", "early", "late"], shown.Select(item => item.CaseId));
    }

    private static TakedownItem Item(string caseId, int? due, int received = 0) => new(
        caseId, "a.mp4", CaseState.Published,
        new TakedownView("order", TakedownState.Ordered, TestCases.Now.AddMinutes(received), null, null)
        {
            DueAt = due is { } minutes ? TestCases.Now.AddMinutes(minutes) : null,
        });
}
