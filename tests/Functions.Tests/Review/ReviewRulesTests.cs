using Azure;
using VideoGate.Cases;
using VideoGate.Http;
using VideoGate.Policies;
using VideoGate.Review.Rules;
using VideoGate.Tests.Support;
using static VideoGate.Tests.Review.Reviewed;

namespace VideoGate.Tests.Review;

public sealed class ReviewRulesTests
{
    [Theory]
    [InlineData(ReviewState.Open)]
    [InlineData(ReviewState.Escalated)]
    [InlineData(ReviewState.AwaitingInformation)]
    public void Judge_OpenReview_IsDecided(ReviewState state)
    {
        var review = Accepted(Judge(Case(review => review with { State = state }), Approval));

        Assert.Equal(
            (ReviewState.Decided, Approval with { UndoUntil = Now.AddMinutes(5), AppealUntil = Now.AddDays(30) }),
            (review.State, review.Decision));
    }

    [Fact]
    public void Judge_PolicyWithoutWindows_IsFinal()
    {
        var decision = Accepted(Judge(Case(), Approval, HousePolicy with { UndoWindow = default, AppealWindow = default })).Decision!;

        Assert.Equal((null, null), (decision.UndoUntil, decision.AppealUntil));
    }

    [Fact]
    public void Judge_OwnClaim_EndsWithTheDecision() =>
        Assert.Null(Accepted(Judge(Case(review => review with { Claim = new("bob", Now, Now.AddMinutes(1)) }), Approval)).Claim);

    [Fact]
    public void Judge_AnothersClaim_IsRefusedUntilItRunsOut()
    {
        Refused(Problems.Claimed, Judge(Case(review => review with { Claim = new("carol", Now, Now.AddMinutes(1)) }), Approval));
        Accepted(Judge(Case(review => review with { Claim = new("carol", Now.AddHours(-1), Now) }), Approval));
    }

    [Fact]
    public void Judge_CaseChangedSince_IsRefused()
    {
        Refused(Problems.Changed, Judge(Case() with { ETag = new ETag("\"2\"") }, Approval));
    }

    [Fact]
    public void Judge_OwnUpload_IsRefused()
    {
        Refused(Problems.OwnUpload, Judge(Case(), Approval with { DecidedBy = "user-1" }));
    }

    [Fact]
    public void Judge_SameRequestAgain_IsRepeatedWhateverTheETag()
    {
        var again = Approval with { DecidedAt = Now.AddHours(1) };

        Assert.IsType<TransitionResult.Unchanged>(Judge(Decided() with { ETag = new ETag("\"9\"") }, again));
    }

    [Fact]
    public void Judge_SameKeyOtherRequest_IsRefused()
    {
        Refused(Problems.IdempotencyKeyReused, Judge(Decided(), Approval with { RequestHash = "hash-2" }));
    }

    [Theory]
    [InlineData("carol", "key-1")]
    [InlineData("bob", "key-2")]
    public void Judge_AlreadyDecided_IsRefused(string moderator, string key)
    {
        Refused(Problems.AlreadyDecided, Judge(Decided(), Approval with { DecidedBy = moderator, IdempotencyKey = key }));
    }

    [Fact]
    public void Judge_NeverQuarantined_IsRefused()
    {
        Refused(Problems.NotInReview, Judge(new(TestCases.Inspecting(), Seen), Approval));
    }

    [Fact]
    public void Judge_ExpiredReview_IsRefused()
    {
        Refused(Problems.AlreadyDecided, Judge(
            Case(review => review with { State = ReviewState.Expired, Decision = Approval with { DecidedBy = "policy" } }), Approval));
    }

    [Theory]
    [InlineData("approve")]
    [InlineData("explicit-label-not-checked")]
    public void Judge_PolicyAsksForASecondPerson_IsHeldWithoutEffect(string fourEyes)
    {
        var review = Accepted(Judge(Case(), Approval, HousePolicy with { FourEyes = [fourEyes] }));

        Assert.Equal((ReviewState.AwaitingConfirmation, Approval, null), (review.State, review.Held, review.Decision));
    }

    [Fact]
    public void Judge_HeldAlready_IsRefusedAndSaysByWhom()
    {
        var held = Case(review => review with { State = ReviewState.AwaitingConfirmation, Held = Approval });

        Refused(Problems.AwaitingConfirmation,
            Judge(held, Approval with { DecidedBy = "carol" }, HousePolicy with { FourEyes = ["approve"] }));
    }

    [Fact]
    public void Judge_AppealAgainstOnesOwnDecision_IsLeftToOthers()
    {
        var past = new PastRound(TestCases.Opened, Approval with { ConfirmedBy = "carol" }, RoundEnding.Appealed, "user-1", Now, "why");
        var appealed = Case(review => review with { Past = [past], Appeal = new("why", Now, Round: 2) });

        Refused(Problems.DecidedBefore, Judge(appealed, Approval with { IdempotencyKey = "key-2" }));
        Refused(Problems.DecidedBefore, Judge(appealed, Approval with { DecidedBy = "carol" }));
        Accepted(Judge(appealed, Approval with { DecidedBy = "dave" }));
    }

    private static TransitionResult Judge(StoredCase current, ReviewDecision decision, ReviewPolicy? policy = null) =>
        ReviewRules.Judge(current, new ReviewCommand(ReviewAction.Decide, decision.DecidedBy, Now, Seen), decision, policy ?? HousePolicy);

    private static StoredCase Decided() => Case(review => review with { State = ReviewState.Decided, Decision = Approval });
}
