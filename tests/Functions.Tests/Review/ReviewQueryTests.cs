using Microsoft.AspNetCore.Http;
using Serverless.Cases;
using Serverless.Review;

namespace Serverless.Tests.Review;

public sealed class ReviewQueryTests
{
    [Theory]
    [InlineData("", null, null, 50)]
    [InlineData("?state=open&pageSize=1", ReviewState.Open, null, 1)]
    [InlineData("?state=escalated&cursor=abc&pageSize=200", ReviewState.Escalated, "abc", 200)]
    public void Parse_ValidQuery_IsRead(string query, ReviewState? state, string? cursor, int pageSize)
    {
        Assert.Equal(new ReviewQuery(state, cursor, pageSize), Parse(query));
    }

    [Theory]
    [InlineData("?state=decided")]
    [InlineData("?state=1")]
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
    [InlineData("?state=open&pageSize=7")]
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
        return ReviewQuery.Parse(http.Request.Query);
    }
}
