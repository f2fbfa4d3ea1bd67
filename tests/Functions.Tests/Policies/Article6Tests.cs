using AiLabels.Reports;
using VideoGate.Cases;
using VideoGate.Policies;
using VideoGate.Tests.Support;
using static AiLabels.Reports.AiOrigin;
using static VideoGate.Cases.DecisionOutcome;
using static VideoGate.Cases.Declaration;
using static VideoGate.Cases.ExplicitLabelCompliance;

namespace VideoGate.Tests.Policies;

/// <summary>The table of article 6, row by row, as <c>cn-labeling-measures</c> implements it.</summary>
public sealed class Article6Tests
{
    [Theory]
    [InlineData(NotFound, Suspected)]
    [InlineData(AiOrigin.Inconclusive, Suspected)]
    [InlineData(Confirmed, Confirmed)]
    public void Of_AudioLabelHeard_IsATraceLikeOneThatIsSeen(AiOrigin file, AiOrigin expected) =>
        Assert.Equal(expected, EffectiveOrigin.Of(file, Declaration.None, Missing, AudioLabel.Present));

    [Theory]
    // 6(1): the metadata say generated; the declaration changes nothing, the explicit label decides.
    [InlineData(Confirmed, Declaration.None, Present, Publish, "explicit-label-present", Confirmed, "1", "generated-and-labelled")]
    [InlineData(Confirmed, Generated, Present, Publish, "explicit-label-present", Confirmed, "1", "generated-and-labelled")]
    [InlineData(Confirmed, Declaration.None, Missing, Quarantine, "explicit-label-missing", Confirmed, "1", "generated-label-missing")]
    [InlineData(Confirmed, Generated, Missing, Quarantine, "explicit-label-missing", Confirmed, "1", "generated-label-missing")]
    [InlineData(Confirmed, Declaration.None, Undersized, Quarantine, "explicit-label-undersized", Confirmed, "1",
        "generated-label-undersized")]
    [InlineData(Confirmed, Declaration.None, Incomplete, Quarantine, "explicit-label-missing", Confirmed, "1", "generated-label-missing")]
    [InlineData(Confirmed, Declaration.None, TooShort, Quarantine, "explicit-label-too-short", Confirmed, "1", "generated-label-too-short")]
    [InlineData(Confirmed, Declaration.None, Flickering, Quarantine, "explicit-label-flickering", Confirmed, "1",
        "generated-label-flickering")]
    [InlineData(Confirmed, Declaration.None, Illegible, Quarantine, "explicit-label-illegible", Confirmed, "1", "generated-label-illegible")]
    [InlineData(Confirmed, Declaration.None, ExplicitLabelCompliance.Inconclusive, Quarantine, "explicit-label-inconclusive", Confirmed, "1",
        "generated-label-inconclusive")]
    [InlineData(Confirmed, Declaration.None, NotAtStart, Quarantine, "explicit-label-not-at-start", Confirmed, "1",
        "generated-label-not-at-start")]
    [InlineData(Confirmed, Declaration.None, Undecodable, Quarantine, "undecodable", Confirmed, "1", "picture-undecodable")]
    [InlineData(Confirmed, Declaration.None, NotChecked, Quarantine, "explicit-label-not-checked", Confirmed, "1",
        "generated-label-not-checked")]
    [InlineData(Confirmed, Edited, NotChecked, Quarantine, "explicit-label-not-checked", Confirmed, "1", "generated-label-not-checked")]
    // 6(2): no label in the metadata, but declared; traces and visible labels change nothing.
    [InlineData(NotFound, Generated, NotChecked, Quarantine, "declared-ai-notice-required", Possible, "2", "declared", "possible")]
    [InlineData(NotFound, Edited, NotChecked, Quarantine, "declared-ai-notice-required", Possible, "2", "declared", "possible")]
    [InlineData(NotFound, Generated, Present, Quarantine, "declared-ai-notice-required", Possible, "2", "declared", "possible")]
    [InlineData(Suspected, Generated, NotChecked, Quarantine, "declared-ai-notice-required", Possible, "2", "declared", "possible")]
    [InlineData(Suspected, Edited, Missing, Quarantine, "declared-ai-notice-required", Possible, "2", "declared", "possible")]
    // Annex E, Label 2: the metadata say "may be".
    [InlineData(Possible, Declaration.None, NotChecked, Quarantine, "possible-ai-notice-required", Possible, "2", "possible")]
    [InlineData(Possible, Generated, NotChecked, Quarantine, "declared-ai-notice-required", Possible, "2", "declared", "possible")]
    // 6(3): neither label nor declaration, but traces in the file or a visible label.
    [InlineData(Suspected, Declaration.None, NotChecked, Quarantine, "suspected-ai", Suspected, "3", "suspected")]
    [InlineData(Suspected, Declaration.None, Missing, Quarantine, "suspected-ai", Suspected, "3", "suspected")]
    [InlineData(NotFound, Declaration.None, Present, Quarantine, "suspected-ai", Suspected, "3", "suspected")]
    [InlineData(NotFound, Declaration.None, Undersized, Quarantine, "suspected-ai", Suspected, "3", "suspected")]
    [InlineData(NotFound, Declaration.None, Incomplete, Quarantine, "suspected-ai", Suspected, "3", "suspected")]
    [InlineData(NotFound, Declaration.None, TooShort, Quarantine, "suspected-ai", Suspected, "3", "suspected")]
    [InlineData(NotFound, Declaration.None, NotAtStart, Quarantine, "suspected-ai", Suspected, "3", "suspected")]
    [InlineData(NotFound, Declaration.None, Flickering, Quarantine, "suspected-ai", Suspected, "3", "suspected")]
    [InlineData(NotFound, Declaration.None, Illegible, Quarantine, "suspected-ai", Suspected, "3", "suspected")]
    [InlineData(NotFound, Declaration.None, ExplicitLabelCompliance.Inconclusive, Quarantine, "suspected-ai", Suspected, "3", "suspected")]
    [InlineData(NotFound, Declaration.None, Undecodable, Quarantine, "undecodable", AiOrigin.Inconclusive, null, "picture-undecodable")]
    // No label, no declaration, no traces: no duty.
    [InlineData(NotFound, Declaration.None, NotChecked, Publish, "no-ai-label", NotFound, null, "otherwise")]
    [InlineData(NotFound, Declaration.None, Missing, Publish, "no-ai-label", NotFound, null, "otherwise")]
    // Nothing can be concluded from the file: never published, and a declaration still counts.
    [InlineData(AiOrigin.Inconclusive, Declaration.None, NotChecked, Quarantine, "inspection-inconclusive", AiOrigin.Inconclusive, null,
        "inspection-inconclusive")]
    [InlineData(AiOrigin.Inconclusive, Generated, NotChecked, Quarantine, "inspection-inconclusive", Possible, "2", "inspection-inconclusive",
        "declared", "possible")]
    [InlineData(AiOrigin.Inconclusive, Declaration.None, Present, Quarantine, "inspection-inconclusive", Suspected, "3", "inspection-inconclusive",
        "suspected")]
    public void Decide_RowOfTheTable_FollowsTheMeasures(
        AiOrigin file,
        Declaration declared,
        ExplicitLabelCompliance seen,
        DecisionOutcome outcome,
        string reason,
        AiOrigin origin,
        string? notice,
        params string[] rules)
    {
        // Arrange
        var policy = TestPolicies.ById("cn-labeling-measures");

        // Act
        var decision = PolicyEngine.Decide(policy, TestPolicies.Input(file, seen, declared), TestCases.Opened);

        // Assert
        Assert.Equal(
            (outcome, reason, origin, notice, string.Join(' ', rules)),
            (decision.Outcome, decision.Reason, decision.Origin, decision.NoticeLabel,
                string.Join(' ', decision.Rules.Select(rule => rule.Id))));
    }

    [Theory]
    [InlineData(SafetyState.Unsafe, "unsafe-content")]
    [InlineData(SafetyState.Unavailable, "safety-unavailable")]
    [InlineData(SafetyState.Refused, "safety-refused")]
    [InlineData(SafetyState.NotChecked, "safety-not-checked")]
    public void Decide_LabelledButNotKnownToBeSafe_IsQuarantined(SafetyState safety, string reason)
    {
        var decisions = TestPolicies.Shipped.All.Select(policy =>
            PolicyEngine.Decide(policy, TestPolicies.Input(NotFound, Missing) with { Safety = safety }, TestCases.Opened));

        Assert.All(decisions, decision => Assert.Equal((Quarantine, reason), (decision.Outcome, decision.Reason)));
    }

    [Fact]
    public void Decide_Measures_PublishesAiOnlyWithItsExplicitLabel()
    {
        // Arrange
        var policy = TestPolicies.ById("cn-labeling-measures");

        // Act
        var published =
            from file in Enum.GetValues<AiOrigin>()
            from seen in Enum.GetValues<ExplicitLabelCompliance>()
            from declared in Enum.GetValues<Declaration>()
            let decision = PolicyEngine.Decide(policy, TestPolicies.Input(file, seen, declared), TestCases.Opened)
            where decision.Outcome is Publish && decision.Origin is not NotFound
            select (file, seen);

        // Assert
        Assert.All(published.Distinct(), entry => Assert.Equal((Confirmed, Present), entry));
    }
}
