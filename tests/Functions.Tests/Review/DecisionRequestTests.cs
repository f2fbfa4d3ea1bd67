using System.Text.Json;
using Serverless.Access;
using Serverless.Cases;
using Serverless.Review;

namespace Serverless.Tests.Review;

public sealed class DecisionRequestTests
{
    private static readonly string[] ReasonCodes = ["labels-sufficient", "unlabelled"];

    private static readonly DecisionRequest Good = new() { Verdict = ReviewVerdict.Approve, ReasonCode = "labels-sufficient", Note = "看过了" };

    [Fact]
    public void Validate_GoodRequest_HasNoProblem()
    {
        Assert.Null(Good.Validate(ReasonCodes));
    }

    [Fact]
    public void Validate_EachBadField_IsInvalid()
    {
        Assert.All(
            [Good with { Verdict = null }, Good with { ReasonCode = null }, Good with { ReasonCode = "mood" }, Good with { Note = new string('x', 2001) }],
            bad => Assert.Equal(Problems.Invalid, bad.Validate(ReasonCodes)?.Type));
    }

    [Fact]
    public void Hash_SpacingAndOrder_DoNotMatter()
    {
        var one = Parse("""{"verdict":"approve","reasonCode":"labels-sufficient"}""");
        var other = Parse("""{ "reasonCode": "labels-sufficient", "verdict": "approve" }""");

        Assert.Equal(one.ComputeHash(), other.ComputeHash());
    }

    [Fact]
    public void Hash_AnyMember_Matters()
    {
        DecisionRequest[] different =
            [Good, Good with { Verdict = ReviewVerdict.Reject }, Good with { ReasonCode = "unlabelled" }, Good with { Note = null }];

        Assert.Equal(different.Length, different.Select(request => request.ComputeHash()).Distinct().Count());
    }

    private static DecisionRequest Parse(string json) => JsonSerializer.Deserialize(json, ReviewJson.Default.DecisionRequest)!;
}
