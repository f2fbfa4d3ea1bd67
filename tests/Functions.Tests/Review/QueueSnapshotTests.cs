using System.Globalization;
using VideoGate.Cases;
using VideoGate.Cases.Queue;
using VideoGate.Review.Queue;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Review;

public sealed class QueueSnapshotTests
{
    private static readonly DateTimeOffset Now = TestCases.Opened.AddHours(2);

    [Fact]
    public void Page_Filtered_HasTheFirstThatMatchInTheOrderOfTheQueue()
    {
        var page = Snapshot(Enumerable.Range(0, 9).Select(number => Row(number, reason: number % 3 == 0 ? "a" : "b")))
            .Page(new ReviewFilter(Reason: "a"), null, 2, Now);

        Assert.Equal(["0", "3"], page.Rows.Select(row => row.Name));
        Assert.NotNull(page.Next);
    }

    [Fact]
    public void Page_FollowedThroughLaterSnapshotsOfAMovingQueue_NeitherSkipsNorRepeats()
    {
        var rows = Enumerable.Range(10, 20).Select(number => Row(number)).ToList();
        var seen = new List<string>();
        string? after = null;
        do
        {
            var page = Snapshot(rows).Page(new ReviewFilter(ReviewState.Open), after, 3, Now);
            seen.AddRange(page.Rows.Select(row => row.Name));
            after = page.Next is { } next && ReviewCursor.TryParse(next, out var cursor) ? cursor.After : null;
            rows.RemoveAll(row => row.Name == seen[^1] || row.Name == "25");
            rows.Add(Row(seen.Count % 10));
        }
        while (after is not null);

        Assert.Equal(Enumerable.Range(10, 20).Where(number => number != 25).Select(number => $"{number}"), seen);
    }

    [Fact]
    public void Page_ExactlyTheLast_HasNoNext() =>
        Assert.Null(Snapshot([Row(1), Row(2)]).Page(new ReviewFilter(ReviewState.Open), null, 2, Now).Next);

    [Fact]
    public void Admits_Claim_CountsUntilItRunsOut()
    {
        var claimed = Row(1) with { Claim = new("bob", Now) };

        Assert.True(new ReviewFilter(Assignee: "bob").Admits(claimed, Now.AddTicks(-1)));
        Assert.False(new ReviewFilter(Assignee: "bob").Admits(claimed, Now));
        Assert.True(new ReviewFilter(Assignee: ReviewFilter.Nobody).Admits(claimed, Now));
        Assert.False(new ReviewFilter(Assignee: "carol").Admits(claimed, Now.AddTicks(-1)));
    }

    [Fact]
    public void Admits_EachFilter_LooksAtItsOwnField()
    {
        var row = Row(1, reason: "suspected-ai") with { Generator = "Kling", State = ReviewState.Escalated };

        Assert.All(
            [new(ReviewState.Escalated), new(Reason: "suspected-ai"), new(Generator: "kling"), new(Policy: row.PolicyId),
                new(OpenedBefore: Now)],
            (ReviewFilter filter) => Assert.True(filter.Admits(row, Now)));
        Assert.All(
            [new(ReviewState.Open), new(Reason: "other"), new(Generator: "Sora"), new(Policy: "other"), new(OpenedBefore: row.OpenedAt)],
            (ReviewFilter filter) => Assert.False(filter.Admits(row, Now)));
    }

    [Fact]
    public void Summarize_Queue_IsCountedByEachFacet()
    {
        var summary =
            Snapshot([Row(0, "a"), Row(1, "a") with { OpenedAt = TestCases.Opened.AddDays(-1) },
                Row(5, null) with { State = ReviewState.Escalated }])
            .Summarize(Now);

        Assert.Equal((3, 2, TestCases.Opened.AddDays(-1)), (summary.Open, summary.Overdue, summary.OldestOpenedAt));
        Assert.Equal(new Dictionary<string, int> { ["a"] = 2, ["none"] = 1 }, summary.ByReason);
        Assert.Equal(new Dictionary<string, int> { ["open"] = 2, ["escalated"] = 1 }, summary.ByState);
        Assert.Equal(new Dictionary<string, int> { ["Kling"] = 3 }, summary.ByGenerator);
    }

    private static ReviewRow Row(int hours, string? reason = "a") =>
        ReviewRow.From(TestCases.Quarantined($"{hours}", TimeSpan.FromHours(hours))) with { Reason = reason };

    private static QueueSnapshot Snapshot(IEnumerable<ReviewRow> rows) => new(
        [.. rows.Select(row => new IndexedReview($"{row.DueAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)}-{row.CaseId}", row))
            .OrderBy(review => review.Name, StringComparer.Ordinal)],
        Now);
}
