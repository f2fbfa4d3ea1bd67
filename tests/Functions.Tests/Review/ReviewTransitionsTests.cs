using VideoGate.Cases;
using VideoGate.Review.Rules;

namespace VideoGate.Tests.Review;

public sealed class ReviewTransitionsTests
{
    [Theory]
    [InlineData(ReviewState.Open, "Claim Remind Escalate EscalateOverdue RequestInformation Decide Hold Expire AppealQuarantine")]
    [InlineData(ReviewState.Escalated, "Claim Remind RequestInformation Decide Hold Expire AppealQuarantine")]
    [InlineData(ReviewState.AwaitingInformation, "Claim Remind Answer Decide Hold Expire AppealQuarantine")]
    [InlineData(ReviewState.AwaitingConfirmation, "Claim Remind EscalateOverdue Confirm Disagree Expire AppealQuarantine")]
    [InlineData(ReviewState.Decided, "Undo Appeal")]
    [InlineData(ReviewState.Expired, "Appeal")]
    public void Admits_State_AdmitsOnlyThese(ReviewState from, string expected)
    {
        var admitted = Enum.GetValues<ReviewAction>().Where(action => ReviewTransitions.Admits(from, action));

        Assert.Equal(expected, string.Join(' ', admitted));
    }

    [Fact]
    public void IsLegal_DecidedReview_IsReopenedAndNothingElse()
    {
        var reachable = from action in Enum.GetValues<ReviewAction>()
                        from to in Enum.GetValues<ReviewState>()
                        where ReviewTransitions.IsLegal(action, ReviewState.Decided, to)
                        select to;

        Assert.Equal([ReviewState.Open], reachable.Distinct());
    }
}
