using Azure;
using Serverless.Access;
using Serverless.Cases;
using Serverless.Review;
using Serverless.Tests.Support;

namespace Serverless.Tests.Review;

public sealed class ReviewRulesTests
{
    private static readonly ETag Seen = new("\"1\"");

    private static readonly ReviewDecision Approval = new()
    {
        Verdict = ReviewVerdict.Approve,
        ReasonCode = "labels-sufficient",
        DecidedBy = "bob",
        DecidedAt = TestCases.Opened,
        IdempotencyKey = "key-1",
        RequestHash = "hash-1",
    };

    [Theory]
    [InlineData(ReviewState.Open)]
    [InlineData(ReviewState.Escalated)]
    public void Judge_OpenReview_IsDecided(ReviewState state)
    {
        var quarantined = InReview(state);

        var accepted = Assert.IsType<Ruling.Accepted>(Judge(quarantined, Approval));

        Assert.Equal(quarantined with { Review = quarantined.Review! with { State = ReviewState.Decided, Decision = Approval } }, accepted.Next);
    }

    [Fact]
    public void Judge_CaseChangedSince_IsRefused()
    {
        AssertRefused(Problems.Changed, ReviewRules.Judge(new(InReview(), new ETag("\"2\"")), Seen, Approval));
    }

    [Fact]
    public void Judge_OwnUpload_IsRefused()
    {
        AssertRefused(Problems.OwnUpload, Judge(InReview(), Approval with { DecidedBy = "user-1" }));
    }

    [Fact]
    public void Judge_SameRequestAgain_IsRepeatedWhateverTheETag()
    {
        var again = Approval with { DecidedAt = TestCases.Opened.AddHours(1) };

        Assert.IsType<Ruling.Repeated>(ReviewRules.Judge(new(Decided(), new ETag("\"9\"")), Seen, again));
    }

    [Fact]
    public void Judge_SameKeyOtherRequest_IsRefused()
    {
        AssertRefused(Problems.IdempotencyKeyReused, Judge(Decided(), Approval with { RequestHash = "hash-2" }));
    }

    [Theory]
    [InlineData("carol", "key-1")]
    [InlineData("bob", "key-2")]
    public void Judge_AlreadyDecided_IsRefused(string moderator, string key)
    {
        AssertRefused(Problems.AlreadyDecided, Judge(Decided(), Approval with { DecidedBy = moderator, IdempotencyKey = key }));
    }

    [Fact]
    public void Judge_NeverQuarantined_IsRefused()
    {
        AssertRefused(Problems.NotInReview, Judge(TestCases.Inspecting(), Approval));
    }

    [Fact]
    public void Judge_ExpiredReview_IsRefused()
    {
        AssertRefused(Problems.NotInReview, Judge(InReview(ReviewState.Expired), Approval));
    }

    private static Ruling Judge(ModerationCase current, ReviewDecision decision) =>
        ReviewRules.Judge(new StoredCase(current, Seen), Seen, decision);

    private static ModerationCase InReview(ReviewState state = ReviewState.Open)
    {
        var quarantined = TestCases.Quarantined();
        return quarantined with { Review = quarantined.Review! with { State = state } };
    }

    private static ModerationCase Decided()
    {
        var quarantined = InReview(ReviewState.Decided);
        return quarantined with { Review = quarantined.Review! with { Decision = Approval } };
    }

    private static void AssertRefused(ProblemType expected, Ruling ruling) =>
        Assert.Equal(expected, Assert.IsType<Ruling.Refused>(ruling).Problem.Type);
}
