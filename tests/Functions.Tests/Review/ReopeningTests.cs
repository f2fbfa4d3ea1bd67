using VideoGate.Cases;
using VideoGate.Http;
using VideoGate.Review.Rules;
using VideoGate.Tests.Support;
using static VideoGate.Tests.Review.Reviewed;

namespace VideoGate.Tests.Review;

/// <summary>Undo and appeal: another round, with the previous one unchanged.</summary>
public sealed class ReopeningTests
{
    private static readonly ReviewDecision Standing = Approval with { UndoUntil = Now.AddMinutes(5), AppealUntil = Now.AddDays(30) };

    [Fact]
    public void Undo_WithinItsWindow_BeginsAnotherRoundAndKeepsTheDecision()
    {
        var undone = Assert.IsType<TransitionResult.Applied>(Undo(Published(), Now.AddMinutes(4))).Next;

        Assert.Equal((CaseState.Quarantined, null), (undone.State, undone.ClosedAt));
        var review = undone.Review!;
        Assert.Equal((ReviewState.Open, 2, true, null), (review.State, review.Round, review.AwaitsReturn, review.Decision));
        Assert.Equal((Now.AddMinutes(4), Now.AddMinutes(4) + HousePolicy.ExpireAfter), (review.OpenedAt, review.DueAt));
        Assert.Equal(new PastRound(TestCases.Opened, Standing, RoundEnding.Undone, "bob", Now.AddMinutes(4), "my mistake"),
            Assert.Single(review.Past));
        Assert.Equal("review-undone", Assert.Single(undone.Unlogged).Type);
    }

    [Fact]
    public void Undo_BeforeItsEffect_IsTheSame() => Accepted(Undo(Decided(), Now));

    [Fact]
    public void Undo_TooLate_IsRefused() => Refused(Problems.UndoWindowOver, Undo(Published(), Now.AddMinutes(5)));

    [Fact]
    public void Undo_PolicyWithoutWindow_IsRefused() =>
        Refused(Problems.UndoWindowOver, Undo(Published(Standing with { UndoUntil = null }), Now));

    [Fact]
    public void Undo_NothingDecided_IsRefused() => Refused(Problems.WrongState, Undo(Case(), Now));

    [Fact]
    public void Undo_DecisionRequestSentAgainAfterwards_IsStillKnown()
    {
        var undone = new StoredCase(Assert.IsType<TransitionResult.Applied>(Undo(Published(), Now)).Next, Seen);

        Assert.IsType<TransitionResult.Unchanged>(
            ReviewRules.Judge(undone, new ReviewCommand(ReviewAction.Decide, "bob", Now, Seen), Approval, HousePolicy));
    }

    [Fact]
    public void Appeal_FinalDecision_BeginsARoundWithAnOrchestrationOfItsOwn()
    {
        // Arrange
        var current = Published(Standing with { UndoUntil = null });

        // Act
        var review = Accepted(Appeal(current, Now.AddDays(1)));

        // Assert
        Assert.Equal((ReviewState.Open, 2, $"{current.Case.CaseId}-round2"), (review.State, review.Round, review.Instance));
        Assert.Equal(new ReviewAppeal("I object", Now.AddDays(1), 2), review.Appeal);
        Assert.Equal(RoundEnding.Appealed, Assert.Single(review.Past).Ending);
    }

    [Fact]
    public void Appeal_SameWordsAgain_ChangeNothing()
    {
        var appealed = new StoredCase(Assert.IsType<TransitionResult.Applied>(Appeal(Published(), Now.AddDays(1))).Next, Seen);

        Assert.IsType<TransitionResult.Unchanged>(Appeal(appealed, Now.AddDays(2)));
        Refused(Problems.NotAppealable,
            UploaderRules.Appeal(appealed, new ReviewCommand(ReviewAction.Appeal, "user-1", Now.AddDays(2)), "once more", HousePolicy));
    }

    [Fact]
    public void Appeal_WhatCannotBeAppealed_IsRefused()
    {
        Refused(Problems.NotAppealable, Appeal(Published(), Now.AddMinutes(5)));
        Refused(Problems.NotAppealable, Appeal(Decided(), Now.AddDays(1)));
        Refused(Problems.NotAppealable, Appeal(Published(), Now.AddDays(30)));
        Refused(Problems.NotAppealable, Appeal(Published(Standing with { AppealUntil = null }), Now.AddDays(1)));
        Refused(Problems.NotFound,
            UploaderRules.Appeal(Published(), new ReviewCommand(ReviewAction.Appeal, "mallory", Now.AddDays(1)), "mine", HousePolicy));
    }

    [Fact]
    public void Appeal_ExpiredReview_IsDecidedByAPerson()
    {
        var expired = Published(Standing with { DecidedBy = "policy", UndoUntil = null });

        Accepted(Appeal(expired with { Case = expired.Case with { Review = expired.Case.Review! with { State = ReviewState.Expired } } },
            Now.AddDays(1)));
    }

    private static TransitionResult Undo(StoredCase current, DateTimeOffset at) =>
        UndoRules.Undo(current, Command(ReviewAction.Undo, key: "key-2") with { At = at }, "my mistake", HousePolicy);

    private static TransitionResult Appeal(StoredCase current, DateTimeOffset at) =>
        UploaderRules.Appeal(current, new ReviewCommand(ReviewAction.Appeal, "user-1", at), "I object", HousePolicy);

    private static StoredCase Decided() => Case(review => review with { State = ReviewState.Decided, Decision = Standing });

    private static StoredCase Published(ReviewDecision? decision = null)
    {
        var decided = Case(review => review with { State = ReviewState.Decided, Decision = decision ?? Standing });
        return decided with { Case = decided.Case with { State = CaseState.Published, ClosedAt = Now } };
    }
}
