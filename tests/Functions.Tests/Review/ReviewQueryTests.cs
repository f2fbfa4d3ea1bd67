using Microsoft.AspNetCore.Http;
using VideoGate.Cases;
using VideoGate.Review.Queue;

namespace VideoGate.Tests.Review;

public sealed class ReviewQueryTests
{
    [Theory]
    [InlineData("", null, null, 50)]
    [InlineData("?state=open&pageSize=1", ReviewState.Open, null, 1)]
    [InlineData("?state=awaitingConfirmation&cursor=abc&pageSize=200", ReviewState.AwaitingConfirmation, "abc", 200)]
    public void Parse_ValidQuery_IsRead(string query, ReviewState? state, string? cursor, int pageSize)
    {
        Assert.Equal(new ReviewQuery(new ReviewFilter(state), cursor, pageSize), Parse(query));
    }

    [Theory]
    [InlineData("?reason=suspected-ai&generator=kling&policy=default", "suspected-ai", "kling", "default", null)]
    [InlineData("?assignee=me", null, null, null, "bob")]
    [InlineData("?assignee=none", null, null, null, "")]
    [InlineData("?assignee=carol", null, null, null, "carol")]
    public void Parse_Filter_IsRead(string query, string? reason, string? generator, string? policy, string? assignee) =>
        Assert.Equal(new ReviewFilter(null, reason, generator, policy, assignee), Parse(query)!.Filter);

    [Theory]
    [InlineData("2026-11-23T04:00:00Z")]
    [InlineData("2026-11-23T12:00:00%2B08:00")]
    public void Parse_OpenedBefore_IsAnInstant(string text) =>
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 4, 0, 0, TimeSpan.Zero), Parse($"?openedBefore={text}")!.Filter.OpenedBefore);

    [Theory]
    [InlineData("?state=decided")]
    [InlineData("?state=1")]
    [InlineData("?state=Open")]
    [InlineData("?openedBefore=yesterday")]
    [InlineData("?pageSize=0")]
    [InlineData("?pageSize=201")]
    [InlineData("?pageSize=-1")]
    [InlineData("?pageSize=ten")]
    [InlineData("?pageSize=1&pageSize=2")]
    public void Parse_InvalidQuery_IsNull(string query)
    {
        Assert.Null(Parse(query));
    }

    [Theory]
    [InlineData("")]
    [InlineData("?state=awaitingInformation&pageSize=7")]
    [InlineData("?assignee=none&reason=suspected-ai&openedBefore=2026-11-23T04:00:00.1234567Z&generator=a%26b&policy=default")]
    public void Link_NextPage_KeepsTheRest(string query)
    {
        var first = Parse(query)!;

        var second = Parse(new Uri(new Uri("http://host"), first.Link("a+b/c=")).Query);

        Assert.Equal(first with { Cursor = "a+b/c=" }, second);
    }

    private static ReviewQuery? Parse(string query)
    {
        var http = new DefaultHttpContext();
        http.Request.QueryString = new QueryString(query);
        return ReviewQuery.Parse(http.Request.Query, "bob");
    }
}
