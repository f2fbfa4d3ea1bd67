using System.Globalization;
using AiLabels.Reports;
using VideoGate.Cases;
using VideoGate.Cases.Duties;
using VideoGate.Policies;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Policies;

public sealed class PolicyEngineTests
{
    private static readonly Policy Measures = TestPolicies.ById("cn-moderated");

    [Fact]
    public void Decide_RuleFired_KeepsClauseAndTheEvidenceItSaw()
    {
        var decision =
            PolicyEngine.Decide(Measures, TestPolicies.Input(AiOrigin.Suspected, declared: Declaration.Edited), TestCases.Opened);

        Assert.Equal("Measures art. 6(2)", decision.Rules[0].Clause);
        Assert.Equal(new Dictionary<string, string> { ["origin"] = "possible", ["declaration"] = "edited" }, decision.Rules[0].Evidence);
    }

    [Fact]
    public void Decide_NoRuleFired_KeepsEveryFactThatWasAsked()
    {
        var decision = PolicyEngine.Decide(Measures, TestPolicies.Input(AiOrigin.NotFound), TestCases.Opened);

        var otherwise = Assert.Single(decision.Rules);
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["safety"] = "safe",
                ["fileOrigin"] = "notFound",
                ["origin"] = "notFound",
                ["explicitLabel"] = "notChecked",
                ["declaration"] = "notAi"
            },
            otherwise.Evidence);
    }

    [Fact]
    public void Decide_Always_NamesThePolicyAndTheTime()
    {
        var decision = PolicyEngine.Decide(Measures, TestPolicies.Input(AiOrigin.NotFound), TestCases.Opened);

        Assert.Equal((Measures.Pin, TestCases.Opened), (decision.Policy, decision.DecidedAt));
    }

    [Theory]
    [InlineData("""{ "generator": ["kling", "Vidu"] }""", true)]
    [InlineData("""{ "generator": ["Vidu"] }""", false)]
    [InlineData("""{ "problem": ["limit.", "aigc."] }""", true)]
    [InlineData("""{ "problem": ["Aigc."] }""", false)]
    [InlineData("""{ "credentials": ["broken", "unreadable"] }""", true)]
    [InlineData("""{ "credentials": ["intact"] }""", false)]
    [InlineData("""{ "signer": ["expired"], "generator": ["Kling"] }""", true)]
    [InlineData("""{ "signer": ["expired"], "generator": ["Vidu"] }""", false)]
    [InlineData("{}", true)]
    public void Decide_Condition_HoldsWhenEveryFactHasOneOfItsValues(string when, bool holds)
    {
        var policy = PolicyTexts.WithRule($$"""{ "id": "asked", "when": {{when}}, "then": "quarantine", "reason": "asked" }""");
        var input = TestPolicies.Input(
            AiOrigin.Suspected,
            generator: "Kling",
            credentials: CredentialIntegrity.Broken,
            signer: SignerTrust.Expired,
            problems: ["aigc.malformed", "conflict.origin"]);

        var decision = PolicyEngine.Decide(policy, input, TestCases.Opened);

        Assert.Equal(holds ? "asked" : "no-ai-label", decision.Reason);
    }

    [Fact]
    public void Decide_ProblemCondition_ShowsTheProblemsItMet()
    {
        var policy = PolicyTexts.WithRule(
            """{ "id": "asked", "when": { "problem": ["aigc."] }, "then": "quarantine", "reason": "asked" }""");

        var decision =
            PolicyEngine.Decide(policy,
                TestPolicies.Input(AiOrigin.Suspected, problems: ["aigc.malformed", "limit.boxes", "aigc.misplaced"]), TestCases.Opened);

        Assert.Equal("aigc.malformed, aigc.misplaced", decision.Rules[0].Evidence["problem"]);
    }

    [Fact]
    public void Decide_EveryShippedPolicyAndInput_IsTotalAndDeterministic()
    {
        var decisions =
            from policy in TestPolicies.Shipped.All
            from file in Enum.GetValues<AiOrigin>()
            from seen in Enum.GetValues<ExplicitLabelCompliance>()
            from declared in Enum.GetValues<Declaration>()
            from credentials in Enum.GetValues<CredentialIntegrity>()
            from signer in Enum.GetValues<SignerTrust>()
            from safety in policy.Safety is null ? [SafetyState.NotChecked] : Enum.GetValues<SafetyState>()
            let input = TestPolicies.Input(file, seen, declared, "Kling", credentials, signer, "aigc.malformed") with { Safety = safety }
            select (First: PolicyEngine.Decide(policy, input, TestCases.Opened),
                Second: PolicyEngine.Decide(policy, input, TestCases.Opened));

        Assert.All(decisions, decision =>
        {
            Assert.NotEmpty(decision.First.Reason);
            Assert.NotEmpty(decision.First.Rules);
            Assert.Equal(
                System.Text.Json.JsonSerializer.Serialize(decision.First),
                System.Text.Json.JsonSerializer.Serialize(decision.Second));
        });
    }

    [Theory]
    [InlineData(SafetyState.NotChecked, "safety-not-checked")]
    [InlineData(SafetyState.Unavailable, "safety-unavailable")]
    [InlineData(SafetyState.Refused, "safety-refused")]
    public void Decide_PolicyAsksContentSafety_PublishesNothingUnchecked(SafetyState safety, string reason)
    {
        // Arrange
        var policy = PolicyTexts.Read(PolicyTexts.WithSafety);

        // Act
        var decision = PolicyEngine.Decide(policy, TestPolicies.Input(AiOrigin.NotFound) with { Safety = safety }, TestCases.Opened);

        // Assert
        Assert.Equal((DecisionOutcome.Quarantine, reason), (decision.Outcome, decision.Reason));
        Assert.Equal(["unchecked", "otherwise"], decision.Rules.Select(rule => rule.Id));
        Assert.Equal(CamelCase.Name(safety), decision.Rules[0].Evidence["safety"]);
    }

    [Theory]
    [InlineData("hate", false)]
    [InlineData("violence", true)]
    public void Decide_UnsafeCategory_IsOneOfThoseSeen(string asked, bool holds)
    {
        var policy = PolicyTexts.Read(PolicyTexts.WithSafety.Replace(
            """{ "origin": ["confirmed"] }""", $$"""{ "safety": ["unsafe"], "unsafeCategory": ["{{asked}}"] }""",
                StringComparison.Ordinal));
        var input = TestPolicies.Input(AiOrigin.NotFound) with
        {
            Safety = SafetyState.Unsafe,
            UnsafeCategories = [UnsafeCategory.Sexual, UnsafeCategory.Violence],
        };

        Assert.Equal(holds ? "ai" : "no-ai-label", PolicyEngine.Decide(policy, input, TestCases.Opened).Reason);
    }

    [Theory]
    [InlineData(Declaration.NotAi, AiOrigin.Inconclusive, null)]
    [InlineData(Declaration.Generated, AiOrigin.Possible, "2")]
    public void InspectionFailed_AnyPolicy_Quarantines(Declaration declared, AiOrigin origin, string? notice)
    {
        var decision = PolicyEngine.InspectionFailed(Measures, declared, TestCases.Opened);

        Assert.Equal(
            (DecisionOutcome.Quarantine, "inspection-failed", origin, notice),
            (decision.Outcome, decision.Reason, decision.Origin, decision.NoticeLabel));
    }

    [Theory]
    [InlineData("2026-08-01T23:59:59Z", "no-ai-label")]
    [InlineData("2026-08-02T00:00:00Z", "asked")]
    [InlineData("2026-12-31T23:59:59Z", "asked")]
    [InlineData("2027-01-01T00:00:00Z", "no-ai-label")]
    public void Decide_RuleWithDates_AppliesFromTheFirstUpToTheSecond(string at, string reason)
    {
        var policy = PolicyTexts.WithRule("""
            {
              "id": "asked", "effectiveFrom": "2026-08-02", "effectiveUntil": "2027-01-01",
              "when": {}, "then": "quarantine", "reason": "asked"
            }
            """);

        var decision = PolicyEngine.Decide(
            policy, TestPolicies.Input(AiOrigin.NotFound), DateTimeOffset.Parse(at, CultureInfo.InvariantCulture));

        Assert.Equal(reason, decision.Reason);
    }

    [Fact]
    public void Decide_RecordRule_IsRecordedAndDecidesNothing()
    {
        var policy = PolicyTexts.WithRule("""
            { "id": "noted", "when": {}, "then": "record", "reason": "noted", "disclosures": ["signature"] }
            """);

        var decision = PolicyEngine.Decide(policy, TestPolicies.Input(AiOrigin.NotFound), TestCases.Opened);

        Assert.Equal((DecisionOutcome.Publish, "no-ai-label"), (decision.Outcome, decision.Reason));
        Assert.Equal(["otherwise", "noted"], decision.Rules.Select(rule => rule.Id));
        Assert.Equal([DisclosureItem.Signature], decision.Disclosures);
    }

    [Fact]
    public void Strictest_SeveralLaws_StrictestWinsAllAreRecordedAndDutiesAddUp()
    {
        Policy[] asked = [TestPolicies.ById("cn-labeling-measures"), TestPolicies.ById("eu-ai-act"), TestPolicies.ById("in-it-rules")];
        var input = TestPolicies.Input(AiOrigin.Confirmed, ExplicitLabelCompliance.Missing);

        var decision = PolicyEngine.Strictest([.. asked.Select(policy =>
            (PolicyEngine.Decide(policy, input, TestCases.Opened), policy.Jurisdiction))]);

        Assert.Equal((DecisionOutcome.PublishWithLabel, "synthetic-label-required", "in-it-rules", "1"),
            (decision.Outcome, decision.Reason, decision.Policy.Id, decision.NoticeLabel));
        Assert.Equal(
            [
                ("CN", DecisionOutcome.PublishWithNotice),
                ("EU", DecisionOutcome.PublishWithNotice),
                ("IN", DecisionOutcome.PublishWithLabel),
            ],
            decision.Laws.Select(law => (law.Jurisdiction!, law.Outcome)));
        Assert.Equal(
            [("CN", NoticeKind.Is), ("EU", NoticeKind.AiGenerated), ("IN", NoticeKind.Is)],
            decision.Notices.Select(notice => (notice.Jurisdiction!, notice.Kind)));
        Assert.Equal([null, LabelSpan.Start], decision.Labels.Select(label => label.Span));
        Assert.True(decision.DeclarationContradicted);
    }

    [Theory]
    [InlineData(AiOrigin.NotFound, Declaration.NotAi, DecisionOutcome.Publish)]
    [InlineData(AiOrigin.NotFound, Declaration.Edited, DecisionOutcome.Quarantine)]
    [InlineData(AiOrigin.Suspected, Declaration.NotAi, DecisionOutcome.Quarantine)]
    [InlineData(AiOrigin.Possible, Declaration.NotAi, DecisionOutcome.Quarantine)]
    [InlineData(AiOrigin.Confirmed, Declaration.NotAi, DecisionOutcome.Quarantine)]
    [InlineData(AiOrigin.Inconclusive, Declaration.NotAi, DecisionOutcome.Quarantine)]
    public void Decide_DefaultPolicy_PublishesOnlyWhatNothingMarksAsAi(AiOrigin file, Declaration declared, DecisionOutcome outcome)
    {
        var decision = PolicyEngine.Decide(TestPolicies.ById("default"), TestPolicies.Input(file, declared: declared), TestCases.Opened);

        Assert.Equal((outcome, null), (decision.Outcome, decision.NoticeLabel));
    }
}
