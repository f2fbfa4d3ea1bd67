using Serverless.Cases;
using Serverless.Review;

namespace Serverless.Tests.Review;

public sealed class ReviewTransitionsTests
{
    [Theory]
    [InlineData(ReviewState.Open, "escalated decided expired")]
    [InlineData(ReviewState.Escalated, "decided expired")]
    [InlineData(ReviewState.Decided, "")]
    [InlineData(ReviewState.Expired, "")]
    public void IsLegal_From_LeadsOnlyThere(ReviewState from, string expected)
    {
        var reachable = Enum.GetValues<ReviewState>().Where(to => ReviewTransitions.IsLegal(from, to)).Select(to => to.ToString().ToLowerInvariant());

        Assert.Equal(expected, string.Join(' ', reachable));
    }
}
