using Serverless.Cases;
using Serverless.Policies;
using Serverless.Review;

namespace Serverless.Tests.Review;

public sealed class ReviewScheduleTests
{
    private static readonly DateTimeOffset Opened = new(2026, 11, 2, 8, 0, 0, TimeSpan.Zero);

    private static readonly Serverless.Cases.Review Fresh = new() { State = ReviewState.Open, OpenedAt = Opened, DueAt = Opened.AddHours(3) };

    [Theory]
    [InlineData(0, ReviewState.Open, false, false)]
    [InlineData(59, ReviewState.Open, false, false)]
    [InlineData(60, ReviewState.Open, true, false)]
    [InlineData(120, ReviewState.Escalated, true, true)]
    public void Advance_BeforeItsEnd_RemindsThenEscalates(int minutes, ReviewState state, bool reminded, bool escalated)
    {
        var review = ReviewSchedule.Advance(Fresh, Schedule(ExpiryAction.Reject), Opened.AddMinutes(minutes));

        Assert.Equal(state, review.State);
        Assert.Equal(reminded, review.RemindedAt is not null);
        Assert.Equal(escalated, review.EscalatedAt is not null);
        Assert.Null(review.Decision);
    }

    [Fact]
    public void Advance_AtItsEndWhenExpiryRejects_DecidesInThePolicysName()
    {
        var review = ReviewSchedule.Advance(Fresh, Schedule(ExpiryAction.Reject), Opened.AddHours(3));

        Assert.Equal(ReviewState.Expired, review.State);
        Assert.Equal(ReviewVerdict.Reject, review.Decision!.Verdict);
        Assert.Equal("policy", review.Decision.DecidedBy);
    }

    [Fact]
    public void Advance_AtItsEndWhenExpiryKeeps_StaysUndecided()
    {
        var review = ReviewSchedule.Advance(Fresh, Schedule(ExpiryAction.Keep), Opened.AddHours(30));

        Assert.Equal(ReviewState.Escalated, review.State);
        Assert.Null(review.Decision);
    }

    [Fact]
    public void Advance_AlreadyDecided_ChangesNothing()
    {
        var decided = ReviewSchedule.Advance(Fresh, Schedule(ExpiryAction.Reject), Opened.AddHours(3));

        Assert.Same(decided, ReviewSchedule.Advance(decided, Schedule(ExpiryAction.Reject), Opened.AddHours(9)));
    }

    [Fact]
    public void Advance_Twice_RemindsOnce()
    {
        var once = ReviewSchedule.Advance(Fresh, Schedule(ExpiryAction.Reject), Opened.AddMinutes(61));

        Assert.Same(once, ReviewSchedule.Advance(once, Schedule(ExpiryAction.Reject), Opened.AddMinutes(62)));
    }

    [Theory]
    [InlineData(0, 60)]
    [InlineData(60, 120)]
    [InlineData(121, 180)]
    [InlineData(180, 180 + (24 * 60))]
    public void LookAgainAt_AnyTime_IsTheNextMilestoneOrADay(int minutes, int expected) =>
        Assert.Equal(Opened.AddMinutes(expected), ReviewSchedule.LookAgainAt(Fresh, Schedule(ExpiryAction.Keep), Opened.AddMinutes(minutes)));

    private static ReviewPolicy Schedule(ExpiryAction onExpiry) => new()
    {
        RemindAfter = TimeSpan.FromHours(1),
        EscalateAfter = TimeSpan.FromHours(2),
        ExpireAfter = TimeSpan.FromHours(3),
        OnExpiry = onExpiry,
        ApproveReasons = [],
        RejectReasons = [],
    };
}
