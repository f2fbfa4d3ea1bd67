using AiLabels.Reports;
using VideoGate.Cases;
using VideoGate.Policies;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Policies;

/// <summary>The stored case is sufficient to decide it again, by its own policy and by another.</summary>
public sealed class CaseDecisionTests
{
    private static readonly Policy Measures = TestPolicies.ById("cn-moderated");

    private static readonly Policy Strict = PolicyTexts.Read(PolicyTexts.WithSafety
        .Replace("\"hate\": 4", "\"hate\": 2", StringComparison.Ordinal)
        .Replace("\"maxCalls\"", "\"blocklists\": [\"words\"], \"maxCalls\"", StringComparison.Ordinal)
        .Replace(
            """{ "id": "ai",""",
            """{ "id": "unsafe", "when": { "safety": ["unsafe"] }, "then": "quarantine", "reason": "unsafe" }, { "id": "ai",""",
            StringComparison.Ordinal));

    [Fact]
    public void Decide_InspectionFailed_IsQuarantinedByEveryPolicy()
    {
        var failed = TestCases.Inspecting();

        Assert.All(TestPolicies.Shipped.All, policy => Assert.Equal(
            (DecisionOutcome.Quarantine, "inspection-failed"),
            CaseDecision.Decide(policy, failed, TestCases.Opened) is var decision ? (decision.Outcome, decision.Reason) : default));
    }

    [Fact]
    public void Decide_GeneratorSeenInThePictureOnly_IsToldToThePolicy()
    {
        var policy = PolicyTexts.WithRule(
            """{ "id": "kling", "when": { "generator": ["Kling"] }, "then": "quarantine", "reason": "kling" }""");
        var seen = Seen(
            Safety(SafetyState.Safe)) with
        {
            ExplicitLabel =
                new() { Compliance = ExplicitLabelCompliance.Incomplete, Generator = "Kling" }
        };

        Assert.Equal(
            "kling", CaseDecision.Decide(policy, seen with { Labels = seen.Labels! with { Generator = null } }, TestCases.Opened).Reason);
    }

    [Fact]
    public void Decide_OwnPolicy_TakesTheSafetyThatWasJudgedThen()
    {
        var seen = Seen(Safety(SafetyState.Unsafe, UnsafeCategory.Violence)) with { Policy = Measures.Pin };

        Assert.Equal("unsafe-content", CaseDecision.Decide(Measures, seen, TestCases.Opened).Reason);
    }

    [Theory]
    [InlineData(2, SafetyState.Safe, "unsafe")] // Stricter than the policy that it was judged by.
    [InlineData(0, SafetyState.Safe, "no-ai-label")]
    [InlineData(2, SafetyState.Unavailable, "unsafe")] // What was found stands, though the service fell silent.
    [InlineData(0, SafetyState.Unavailable, "safety-unavailable")]
    [InlineData(0, SafetyState.Refused, "safety-refused")]
    [InlineData(2, SafetyState.Refused, "unsafe")]
    [InlineData(0, SafetyState.NotChecked, "safety-not-checked")]
    public void Decide_OtherPolicy_JudgesSafetyByItsOwnThresholds(int hate, SafetyState state, string reason)
    {
        var seen = Seen(Safety(state) with { Highest = Severities.Safe with { Hate = hate } });

        Assert.Equal(reason, CaseDecision.Decide(Strict, seen, TestCases.Opened).Reason);
    }

    [Theory]
    [InlineData(3, 5, "no-ai-label")]
    [InlineData(5, 5, "safety-not-checked")] // No text was judged.
    [InlineData(null, 5, "safety-not-checked")] // From before it was noted.
    public void Decide_UnsafeThenAndNotByThisPolicy_IsSafeOnlyIfAllWasJudged(int? frames, int calls, string reason)
    {
        var seen = Seen(Safety(SafetyState.Unsafe, UnsafeCategory.Violence) with { FramesJudged = frames, Calls = calls });

        Assert.Equal(reason, CaseDecision.Decide(Strict, seen, TestCases.Opened).Reason);
    }

    [Theory]
    [InlineData("words", "unsafe")]
    [InlineData("others", "no-ai-label")]
    [InlineData(null, "unsafe")] // The match is not among the hits that were kept.
    public void Decide_BlocklistMatched_CountsWhereThePolicyNamesIt(string? blocklist, string reason)
    {
        SafetyHit[] hits = blocklist is null ? [] : [new(UnsafeCategory.Blocklist, Text: "title", Blocklist: blocklist)];
        var seen = Seen(Safety(SafetyState.Unsafe, UnsafeCategory.Blocklist) with { Hits = hits });

        Assert.Equal(reason, CaseDecision.Decide(Strict, seen, TestCases.Opened).Reason);
    }

    [Fact]
    public void Check_PolicyThatTellsTooMuchApart_IsRefusedInsteadOfChecked()
    {
        var rules = Enumerable.Range(0, 60).Select(number =>
            $$"""{ "id": "r{{number}}", "when": { "generator": ["g{{number}}"], "problem": ["p{{number}}"] }, "then": "quarantine", "reason": "r" }""");

        Assert.Contains(PolicyTexts.Errors(PolicyTexts.Rules([.. rules])),
            error => error.Message.Contains("too many situations", StringComparison.Ordinal));
    }

    private static ModerationCase Seen(SafetySummary safety) => TestCases.Inspecting() with
    {
        Labels = TestPolicies.Input(AiOrigin.NotFound).Labels,
        Submission = new(),
        Safety = safety,
    };

    private static SafetySummary Safety(SafetyState state, params IReadOnlyList<UnsafeCategory> categories) => new()
    {
        State = state,
        Highest = Severities.Safe,
        UnsafeCategories = categories,
        Hits = [],
        Calls = 2,
        FramesJudged = 1,
        FramesLeftOut = 0,
        FramesRefused = 0,
    };
}
