using VideoGate.Cases;
using VideoGate.Http;
using VideoGate.Review.Rules;
using static VideoGate.Tests.Review.Reviewed;

namespace VideoGate.Tests.Review;

public sealed class ClaimRulesTests
{
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);
    private static readonly ReviewClaim ByBob = new("bob", Now, Now + Lease);

    [Fact]
    public void Claim_Unclaimed_IsALeaseAndAnEvent()
    {
        var accepted = Assert.IsType<TransitionResult.Applied>(ClaimRules.Claim(Case(), Claim(), Lease, takeOver: false));

        Assert.Equal(ByBob, accepted.Next.Review!.Claim);
        Assert.Equal(("review-claimed:1", "review-claimed", "bob"),
            Assert.Single(accepted.Next.Unlogged) is var said ? (said.Id, said.Type, said.Actor) : default);
    }

    [Fact]
    public void Claim_OnesOwn_IsRenewedWithoutAnEvent()
    {
        var accepted =
            Assert.IsType<TransitionResult.Applied>(ClaimRules.Claim(Claimed(), Claim(at: Now.AddMinutes(9)), Lease, takeOver: false));

        Assert.Equal(ByBob with { ExpiresAt = Now.AddMinutes(19) }, accepted.Next.Review!.Claim);
        Assert.Empty(accepted.Next.Unlogged);
    }

    [Fact]
    public void Claim_Anothers_IsRefused() =>
        Refused(Problems.Claimed, ClaimRules.Claim(Claimed(), Claim("carol"), Lease, takeOver: false));

    [Fact]
    public void Claim_AnothersThatRanOut_BlocksNobody() =>
        Assert.Equal("carol", Accepted(ClaimRules.Claim(Claimed(), Claim("carol", Now + Lease), Lease, takeOver: false)).Claim!.Holder);

    [Fact]
    public void Claim_TakenOver_SaysFromWhom()
    {
        var accepted = Assert.IsType<TransitionResult.Applied>(ClaimRules.Claim(Claimed(), Claim("carol"), Lease, takeOver: true));

        Assert.Equal("carol", accepted.Next.Review!.Claim!.Holder);
        Assert.Equal(
            ("review-taken-over", "bob"), Assert.Single(accepted.Next.Unlogged) is var said ? (said.Type, said.Data["from"]) : default);
    }

    [Fact]
    public void Claim_OwnUpload_IsRefused() =>
        Refused(Problems.OwnUpload, ClaimRules.Claim(Case(), Claim("user-1"), Lease, takeOver: false));

    [Fact]
    public void Claim_DecidedReview_IsRefused() => Refused(
        Problems.AlreadyDecided,
        ClaimRules.Claim(
            Case(review => review with { State = ReviewState.Decided, Decision = Approval }), Claim("carol"), Lease, takeOver: false));

    [Fact]
    public void Release_OnesOwn_IsFree() => Assert.Null(Accepted(ClaimRules.Release(Claimed(), Claim())).Claim);

    [Fact]
    public void Release_Anothers_IsRefused() => Refused(Problems.Claimed, ClaimRules.Release(Claimed(), Claim("carol")));

    [Fact]
    public void Release_Nobodys_IsNothingToDo()
    {
        Assert.IsType<TransitionResult.Unchanged>(ClaimRules.Release(Case(), Claim()));
        Assert.IsType<TransitionResult.Unchanged>(ClaimRules.Release(Claimed(), Claim("carol", Now + Lease)));
    }

    [Fact]
    public void HandOver_ByTheHolder_GivesAWholeLease() =>
        Assert.Equal(
            new ReviewClaim("carol", Now.AddMinutes(9), Now.AddMinutes(19)),
            Accepted(ClaimRules.HandOver(Claimed(), Claim(at: Now.AddMinutes(9)), "carol", Lease, mayTake: false)).Claim);

    [Fact]
    public void HandOver_OutOfAnothersHands_NeedsTheRight()
    {
        Refused(Problems.Claimed, ClaimRules.HandOver(Claimed(), Claim("dave"), "carol", Lease, mayTake: false));
        Assert.Equal("carol", Accepted(ClaimRules.HandOver(Claimed(), Claim("dave"), "carol", Lease, mayTake: true)).Claim!.Holder);
    }

    [Fact]
    public void HandOver_ToTheUploader_IsRefused() =>
        Refused(Problems.OwnUpload, ClaimRules.HandOver(Claimed(), Claim(), "user-1", Lease, mayTake: false));

    private static StoredCase Claimed() => Case(review => review with { Claim = ByBob });
}
