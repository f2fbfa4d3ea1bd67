using VideoGate.Cases;
using VideoGate.Http;
using VideoGate.Review.Api;
using VideoGate.Review.Rules;
using static VideoGate.Tests.Review.Reviewed;

namespace VideoGate.Tests.Review;

public sealed class ConfirmationRulesTests
{
    private static readonly ConfirmationRequest Agreed = new(Agree: true);
    private static readonly ConfirmationRequest Disagreed = new(Agree: false, "It says AI at the end.");

    [Fact]
    public void Judge_AnotherAgrees_IsDecidedByBoth()
    {
        var accepted = Assert.IsType<TransitionResult.Applied>(Judge("carol", Agreed));

        var review = accepted.Next.Review!;
        Assert.Equal((ReviewState.Decided, null), (review.State, review.Held));
        Assert.Equal(("bob", "carol", Now, Now.AddMinutes(5)),
            (review.Decision!.DecidedBy, review.Decision.ConfirmedBy, review.Decision.ConfirmedAt, review.Decision.UndoUntil));
        var said = Assert.Single(accepted.Next.Unlogged);
        Assert.Equal(("review-decided", "carol", "bob"), (said.Type, said.Actor, said.Data["decidedBy"]));
    }

    [Fact]
    public void Judge_AnotherDisagrees_IsEscalatedWithoutADecision()
    {
        var review = Accepted(Judge("carol", Disagreed));

        Assert.Equal((ReviewState.Escalated, null, null), (review.State, review.Held, review.Decision));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Judge_TheFirstPerson_IsRefused(bool agree) =>
        Refused(Problems.SecondPersonRequired, Judge("bob", agree ? Agreed : Disagreed));

    [Fact]
    public void Judge_TheUploader_IsRefused() => Refused(Problems.OwnUpload, Judge("user-1", Agreed));

    [Fact]
    public void Judge_NothingHeld_IsRefused() =>
        Refused(Problems.WrongState,
            ConfirmationRules.Judge(Case(), Command(ReviewAction.Confirm, "carol"), agree: true, note: null, HousePolicy));

    private static TransitionResult Judge(string by, ConfirmationRequest body) => ConfirmationRules.Judge(
        Case(review => review with { State = ReviewState.AwaitingConfirmation, Held = Approval }),
        Command(ReviewAction.Confirm, by, key: "key-2"),
        body.Agree is true,
        body.Note,
        HousePolicy);
}
