using Azure;
using VideoGate.Cases;
using VideoGate.Http;
using VideoGate.Policies;
using VideoGate.Review.Rules;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Review;

/// <summary>Cases in review, and requests to change them.</summary>
internal static class Reviewed
{
    public static readonly ETag Seen = new("\"1\"");
    public static readonly DateTimeOffset Now = TestCases.Opened.AddMinutes(10);

    public static readonly ReviewPolicy HousePolicy = new()
    {
        RemindAfter = TimeSpan.FromHours(1),
        EscalateAfter = TimeSpan.FromHours(2),
        ExpireAfter = TimeSpan.FromHours(24),
        OnExpiry = ExpiryAction.Reject,
        ApproveReasons = [new("labels-sufficient", "The labels are sufficient")],
        RejectReasons = [new("unlabelled", "No label at all")],
        UndoWindow = TimeSpan.FromMinutes(5),
        AppealWindow = TimeSpan.FromDays(30),
    };

    public static readonly ReviewDecision Approval = new()
    {
        Verdict = ReviewVerdict.Approve,
        ReasonCode = "labels-sufficient",
        DecidedBy = "bob",
        DecidedAt = Now,
        IdempotencyKey = "key-1",
        RequestHash = "hash-1",
    };

    public static StoredCase Case(Func<CaseReview, CaseReview>? change = null)
    {
        var quarantined = TestCases.Quarantined();
        return new(quarantined with { Review = change is null ? quarantined.Review : change(quarantined.Review!) }, Seen);
    }

    public static ReviewCommand Command(
        ReviewAction action, string by = "bob", string key = "key-1", string hash = "hash-1", ETag? ifMatch = null) =>
        new(action, by, Now, ifMatch ?? Seen, new RequestIdentity(by, key, hash));

    /// <summary>A claim, which depends on no version and needs no key.</summary>
    public static ReviewCommand Claim(string by = "bob", DateTimeOffset? at = null) => new(ReviewAction.Claim, by, at ?? Now);

    public static CaseReview Accepted(TransitionResult transition) =>
        Assert.IsType<TransitionResult.Applied>(transition).Next.Review!;

    public static void Refused(ProblemType expected, TransitionResult? transition) =>
        Assert.Equal(expected, Assert.IsType<TransitionResult.Rejected>(transition).Problem.Type);
}
