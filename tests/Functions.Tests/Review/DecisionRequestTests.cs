using System.Text.Json;
using Azure;
using VideoGate.Cases;
using VideoGate.Http;
using VideoGate.Policies;
using VideoGate.Review.Api;
using VideoGate.Review.Rules;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Review;

public sealed class DecisionRequestTests
{
    private static readonly ReviewPolicy Policy = new()
    {
        RemindAfter = TimeSpan.FromHours(1),
        EscalateAfter = TimeSpan.FromHours(2),
        ExpireAfter = TimeSpan.FromHours(3),
        OnExpiry = ExpiryAction.Reject,
        ApproveReasons = [new("labels-sufficient", "The labels are sufficient")],
        RejectReasons = [new("unlabelled", "No label at all")],
    };

    private static readonly DecisionHeaders Headers = new(new ETag("\"1\""), "key-1");
    private static readonly DateTimeOffset Now = DateTimeOffset.UnixEpoch;

    private static readonly DecisionRequest Good =
        new() { Verdict = ReviewVerdict.Approve, ReasonCode = "labels-sufficient", Note = "看过了" };

    [Fact]
    public void Validate_GoodRequest_HasNoProblem()
    {
        Assert.Null(Good.Validate(Policy));
    }

    [Fact]
    public void Validate_EachBadField_IsInvalid()
    {
        Assert.All(
            [Good with { Verdict = null }, Good with { ReasonCode = null }, Good with { ReasonCode = "unlabelled" },
                Good with { Verdict = ReviewVerdict.Reject }, Good with { Note = new string('x', 2001) }],
            bad => Assert.Equal(Problems.Invalid, bad.Validate(Policy)?.Type));
    }

    [Theory]
    [InlineData(ExplicitChoice.None, null, true)]
    [InlineData(ExplicitChoice.Start, "AI生成", true)]
    [InlineData(ExplicitChoice.Throughout, "AI-generated", true)]
    [InlineData(ExplicitChoice.Start, null, false)]
    [InlineData(ExplicitChoice.Start, "AI", false)]
    [InlineData(ExplicitChoice.None, "AI生成", false)]
    public void Validate_ApprovalWithLabel_NeedsAnOrderThatIsComplete(ExplicitChoice choice, string? text, bool valid)
    {
        var request = Good with { Verdict = ReviewVerdict.ApproveWithLabel, Label = new() { Explicit = choice, Text = text } };

        Assert.Equal(valid, request.Validate(Policy) is null);
        Assert.Equal(Problems.Invalid, (request with { Label = null }).Validate(Policy)?.Type);
        Assert.Equal(Problems.Invalid, (request with { Verdict = ReviewVerdict.Approve }).Validate(Policy)?.Type);
    }

    [Fact]
    public void Contradiction_ReasonThatDeniesWhatWasFound_IsNamedWithTheReasonsThatFit()
    {
        // Arrange
        var policy = TestPolicies.ById("cn-moderated").Review;
        var seen = TestCases.Quarantined();
        seen = seen with { ExplicitLabel = new() { Compliance = ExplicitLabelCompliance.Undersized, Labels = [] } };
        var claimed = new DecisionRequest { Verdict = ReviewVerdict.Approve, ReasonCode = "label-verified" };

        // Act
        var problem = claimed.Contradiction(seen, policy);

        // Assert
        Assert.Equal(Problems.ReasonContradicted, problem?.Type);
        var told = problem!.ToJson("/", "");
        Assert.Equal("undersized", (string?)told["found"]!["explicitLabel"]);
        Assert.Equal(
            ["checked-by-person", "label-mismeasured", "notice-added"], told["fitting"]!.AsArray().Select(code => (string)code!));
    }

    [Fact]
    public void Judge_ReasonThatDeniesWhatWasFound_ChangesNothing()
    {
        var current = Reviewed.Case();
        var denial = new DecisionRequest { Verdict = ReviewVerdict.Approve, ReasonCode = "not-ai" };

        var result = denial.Judge(current, Reviewed.Command(ReviewAction.Decide), Headers, TestPolicies.ById("cn-moderated").Review);

        Reviewed.Refused(Problems.ReasonContradicted, result);
    }

    [Fact]
    public void By_Moderator_IsTheirDecision()
    {
        var decision = Good.By("bob", Headers, Now, Reviewed.HousePolicy);

        Assert.Equal(
            (ReviewVerdict.Approve, "labels-sufficient", "看过了", "bob", Now, "key-1"),
            (decision.Verdict, decision.ReasonCode, decision.Note, decision.DecidedBy, decision.DecidedAt, decision.IdempotencyKey));
    }

    [Fact]
    public void By_SpacingAndOrder_DoNotMatterToTheHash()
    {
        var one = Parse("""{"verdict":"approve","reasonCode":"labels-sufficient"}""");
        var other = Parse("""{ "reasonCode": "labels-sufficient", "verdict": "approve" }""");

        Assert.Equal(Hash(one), Hash(other));
    }

    [Fact]
    public void By_AnyMember_MattersToTheHash()
    {
        DecisionRequest[] different =
            [Good, Good with { Verdict = ReviewVerdict.Reject }, Good with { ReasonCode = "unlabelled" }, Good with { Note = null }];

        Assert.Equal(different.Length, different.Select(Hash).Distinct().Count());
    }

    private static string Hash(DecisionRequest request) => request.By("bob", Headers, Now, Reviewed.HousePolicy).RequestHash;

    private static DecisionRequest Parse(string json) => JsonSerializer.Deserialize(json, ReviewJson.Default.DecisionRequest)!;
}
