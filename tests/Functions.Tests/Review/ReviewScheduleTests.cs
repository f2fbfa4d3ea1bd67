using VideoGate.Cases;
using VideoGate.Policies;
using VideoGate.Review.Rules;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Review;

public sealed class ReviewScheduleTests
{
    private static readonly DateTimeOffset Opened = new(2026, 11, 2, 8, 0, 0, TimeSpan.Zero);

    private static readonly CaseReview Fresh =
        new() { State = ReviewState.Open, OpenedAt = Opened, DueAt = Opened.AddHours(3) };

    [Theory]
    [InlineData(0, ReviewState.Open, false, false)]
    [InlineData(59, ReviewState.Open, false, false)]
    [InlineData(60, ReviewState.Open, true, false)]
    [InlineData(120, ReviewState.Escalated, true, true)]
    public void Advance_BeforeItsEnd_RemindsThenEscalates(int minutes, ReviewState state, bool reminded, bool escalated)
    {
        var review = Advance(Fresh, ExpiryAction.Reject, minutes);

        Assert.Equal(state, review.State);
        Assert.Equal(reminded, review.RemindedAt is not null);
        Assert.Equal(escalated, review.EscalatedAt is not null);
        Assert.Null(review.Decision);
    }

    [Theory]
    [InlineData(ReviewState.Open)]
    [InlineData(ReviewState.AwaitingInformation)]
    [InlineData(ReviewState.AwaitingConfirmation)]
    public void Advance_AtItsEndWhenExpiryRejects_DecidesInThePolicysName(ReviewState state)
    {
        var review = Advance(Fresh with { State = state, Claim = new("bob", Opened, Opened.AddDays(9)) }, ExpiryAction.Reject, 180);

        Assert.Equal(ReviewState.Expired, review.State);
        Assert.Equal((ReviewVerdict.Reject, "policy", null), (review.Decision!.Verdict, review.Decision.DecidedBy, review.Claim));
    }

    [Fact]
    public void Advance_AtItsEndWhenExpiryKeeps_StaysUndecided()
    {
        var review = Advance(Fresh, ExpiryAction.Keep, 30 * 60);

        Assert.Equal(ReviewState.Escalated, review.State);
        Assert.Null(review.Decision);
    }

    [Fact]
    public void Advance_AlreadyDecided_ChangesNothing()
    {
        var decided = Advance(Fresh, ExpiryAction.Reject, 180);

        Assert.Same(decided, Advance(decided, ExpiryAction.Reject, 9 * 60));
    }

    [Fact]
    public void Advance_Twice_RemindsOnce()
    {
        var once = Advance(Fresh, ExpiryAction.Reject, 61);

        Assert.Same(once, Advance(once, ExpiryAction.Reject, 62));
    }

    [Fact]
    public void Advance_WhileTheUploaderIsAsked_NeitherRemindsNorEscalates()
    {
        var asked = Fresh with { State = ReviewState.AwaitingInformation };

        Assert.Same(asked, Advance(asked, ExpiryAction.Reject, 179));
    }

    [Fact]
    public void Advance_AfterTheUploaderAnswered_TheWholeScheduleHasMoved()
    {
        var answered = Fresh with { Paused = TimeSpan.FromMinutes(90), DueAt = Opened.AddMinutes(270) };

        Assert.Same(answered, Advance(answered, ExpiryAction.Reject, 149));
        Assert.Equal(ReviewState.Escalated, Advance(answered, ExpiryAction.Reject, 210).State);
        Assert.Equal(ReviewState.Escalated, Advance(answered, ExpiryAction.Reject, 269).State);
        Assert.Equal(ReviewState.Expired, Advance(answered, ExpiryAction.Reject, 270).State);
    }

    [Fact]
    public void Advance_HeldDecision_IsEscalatedButGoesOnWaitingForConfirmation()
    {
        var held = Advance(Fresh with { State = ReviewState.AwaitingConfirmation }, ExpiryAction.Reject, 121);

        Assert.Equal((ReviewState.AwaitingConfirmation, true), (held.State, held.EscalatedAt is not null));
    }

    [Fact]
    public void RevocableUntil_UndoWindow_IsLookedAtALittleLonger()
    {
        var decision = Advance(Fresh, ExpiryAction.Reject, 180).Decision! with { UndoUntil = Opened.AddMinutes(5) };

        Assert.Equal(Opened.AddMinutes(6), ReviewSchedule.RevocableUntil(decision, Opened.AddMinutes(5)));
        Assert.Null(ReviewSchedule.RevocableUntil(decision, Opened.AddMinutes(6)));
        Assert.Null(ReviewSchedule.RevocableUntil(decision with { UndoUntil = null }, Opened));
    }

    [Theory]
    [InlineData(0, 60)]
    [InlineData(60, 120)]
    [InlineData(121, 180)]
    [InlineData(180, 180 + (24 * 60))]
    public void LookAgainAt_AnyTime_IsTheNextMilestoneOrADay(int minutes, int expected) =>
        Assert.Equal(
            Opened.AddMinutes(expected), ReviewSchedule.LookAgainAt(Fresh, Schedule(ExpiryAction.Keep), Opened.AddMinutes(minutes)));

    /// <summary>Returns everything due by then.</summary>
    private static CaseReview Advance(CaseReview review, ExpiryAction onExpiry, int minutes)
    {
        var current = new StoredCase(TestCases.Quarantined() with { Review = review }, new("\"1\""));
        while (ReviewSchedule.Advance(current, Schedule(onExpiry), Opened.AddMinutes(minutes)) is TransitionResult.Applied accepted)
        {
            current = current with { Case = accepted.Next };
        }

        return current.Case.Review!;
    }

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
