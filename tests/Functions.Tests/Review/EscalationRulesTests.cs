using VideoGate.Cases;
using VideoGate.Http;
using VideoGate.Review.Rules;
using static VideoGate.Tests.Review.Reviewed;

namespace VideoGate.Tests.Review;

public sealed class EscalationRulesTests
{
    [Fact]
    public void Escalate_OpenReview_GoesBackToTheQueueMarked()
    {
        var review = Accepted(EscalationRules.Escalate(
            Case(open => open with { Claim = new("bob", Now, Now.AddMinutes(1)) }), Command(ReviewAction.Escalate), "difficult"));

        Assert.Equal((ReviewState.Escalated, Now, null), (review.State, review.EscalatedAt, review.Claim));
    }

    [Fact]
    public void Escalate_SameRequestAgain_IsRepeatedAndOnlyThat()
    {
        var first = Assert.IsType<TransitionResult.Applied>(EscalationRules.Escalate(Case(), Command(ReviewAction.Escalate), "difficult"));
        var current = new StoredCase(first.Next, new("\"2\""));

        Assert.IsType<TransitionResult.Unchanged>(EscalationRules.Escalate(current, Command(ReviewAction.Escalate), "difficult"));
        Refused(Problems.IdempotencyKeyReused,
            EscalationRules.Escalate(current, Command(ReviewAction.Escalate, hash: "another"), "otherwise"));
        Refused(Problems.WrongState, EscalationRules.Escalate(current, Command(ReviewAction.Escalate, key: "key-2"), "difficult"));
    }

    [Fact]
    public void Escalate_DecisionThatAwaitsConfirmation_IsRefused()
    {
        // Arrange
        var held = Case(review => review with { State = ReviewState.AwaitingConfirmation, Held = Approval });

        // Act, Assert
        Refused(Problems.AwaitingConfirmation, EscalationRules.Escalate(held, Command(ReviewAction.Escalate), "difficult"));
    }

    [Fact]
    public void RequestInformation_OpenReview_WaitsForTheUploader()
    {
        var review = Accepted(EscalationRules.RequestInformation(Case(), Command(ReviewAction.RequestInformation), "Which tool?"));

        Assert.Equal((ReviewState.AwaitingInformation, new("Which tool?", "bob", Now)), (review.State, review.Information));
    }

    [Theory]
    [InlineData(false, ReviewState.Open)]
    [InlineData(true, ReviewState.Escalated)]
    public void Answer_AfterAWhile_GoesOnWithAsMuchTimeAsBefore(bool escalated, ReviewState expected)
    {
        // Arrange
        var asked = Asked(review => review with { EscalatedAt = escalated ? Now : null });
        var answering = new ReviewCommand(ReviewAction.Answer, "user-1", Now.AddHours(3));

        // Act
        var review = Accepted(UploaderRules.Answer(asked, answering, "Kling"));

        // Assert
        Assert.Equal((expected, "Kling"), (review.State, review.Information!.Answer));
        Assert.Equal((TimeSpan.FromHours(3), asked.Case.Review!.DueAt.AddHours(3)), (review.Paused, review.DueAt));
        Assert.IsType<TransitionResult.Unchanged>(
            UploaderRules.Answer(asked with { Case = asked.Case with { Review = review } }, answering, "Kling"));
        Refused(Problems.WrongState, UploaderRules.Answer(asked with { Case = asked.Case with { Review = review } }, answering, "Sora"));
    }

    [Fact]
    public void Answer_ByAnother_FindsNothing() =>
        Refused(Problems.NotFound, UploaderRules.Answer(Asked(), new ReviewCommand(ReviewAction.Answer, "mallory", Now), "Kling"));

    private static StoredCase Asked(Func<CaseReview, CaseReview>? change = null)
    {
        var asked = Case(review => review with { State = ReviewState.AwaitingInformation, Information = new("Which tool?", "bob", Now) });
        return change is null ? asked : asked with { Case = asked.Case with { Review = change(asked.Case.Review!) } };
    }
}
