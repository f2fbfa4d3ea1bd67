using AiLabels.Reports;
using VideoGate.Cases;
using VideoGate.Cases.Duties;
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
        Assert.Equal(expected, EffectiveOrigin.Of(file, Declaration.NotAi, Missing, AudioLabel.Present));

    [Theory]
    // 6(1): the metadata say generated; neither the declaration nor the visible label changes the notice.
    [InlineData(Confirmed, NotAi, Present, PublishWithNotice, "explicit-label-present", Confirmed, "1", "generated-and-labelled")]
    [InlineData(Confirmed, Generated, Present, PublishWithNotice, "explicit-label-present", Confirmed, "1", "generated-and-labelled")]
    [InlineData(Confirmed, NotAi, Missing, PublishWithNotice, "explicit-label-missing", Confirmed, "1", "generated-label-missing")]
    [InlineData(Confirmed, NotAsked, Missing, PublishWithNotice, "explicit-label-missing", Confirmed, "1", "generated-label-missing",
        "declaration-missing")]
    [InlineData(Confirmed, Generated, Missing, PublishWithNotice, "explicit-label-missing", Confirmed, "1", "generated-label-missing")]
    [InlineData(Confirmed, NotAi, Undersized, PublishWithNotice, "explicit-label-undersized", Confirmed, "1", "generated-label-undersized")]
    [InlineData(Confirmed, NotAi, Incomplete, PublishWithNotice, "explicit-label-missing", Confirmed, "1", "generated-label-missing")]
    [InlineData(Confirmed, NotAi, TooShort, PublishWithNotice, "explicit-label-too-short", Confirmed, "1", "generated-label-too-short")]
    [InlineData(Confirmed, NotAi, Flickering, PublishWithNotice, "explicit-label-flickering", Confirmed, "1", "generated-label-flickering")]
    [InlineData(Confirmed, NotAi, Illegible, PublishWithNotice, "explicit-label-illegible", Confirmed, "1", "generated-label-illegible")]
    [InlineData(Confirmed, NotAi, ExplicitLabelCompliance.Inconclusive, PublishWithNotice, "explicit-label-inconclusive", Confirmed, "1",
        "generated-label-inconclusive")]
    [InlineData(Confirmed, NotAi, NotAtStart, PublishWithNotice, "explicit-label-not-at-start", Confirmed, "1",
        "generated-label-not-at-start")]
    [InlineData(Confirmed, Edited, NotChecked, PublishWithNotice, "explicit-label-not-checked", Confirmed, "1",
        "generated-label-not-checked")]
    [InlineData(Confirmed, NotAi, Undecodable, Quarantine, "undecodable", Confirmed, "1", "picture-undecodable")]
    // 6(2): no label in the metadata, but declared; traces and visible labels change nothing.
    [InlineData(NotFound, Generated, NotChecked, PublishWithNotice, "declared-ai", Possible, "2", "declared", "possible")]
    [InlineData(NotFound, Edited, NotChecked, PublishWithNotice, "declared-ai", Possible, "2", "declared", "possible")]
    [InlineData(NotFound, Generated, Present, PublishWithNotice, "declared-ai", Possible, "2", "declared", "possible")]
    [InlineData(Suspected, Generated, NotChecked, PublishWithNotice, "declared-ai", Possible, "2", "declared", "possible")]
    [InlineData(Suspected, Edited, Missing, PublishWithNotice, "declared-ai", Possible, "2", "declared", "possible")]
    [InlineData(Possible, Generated, NotChecked, PublishWithNotice, "declared-ai", Possible, "2", "declared", "possible")]
    // Annex E, Label 2: the metadata say "may be".
    [InlineData(Possible, NotAi, NotChecked, PublishWithNotice, "possible-ai", Possible, "2", "possible")]
    // 6(3): neither label nor declaration, but traces in the file or a visible label.
    [InlineData(Suspected, NotAi, NotChecked, PublishWithNotice, "suspected-ai", Suspected, "3", "suspected")]
    [InlineData(Suspected, NotAi, Missing, PublishWithNotice, "suspected-ai", Suspected, "3", "suspected")]
    [InlineData(NotFound, NotAi, Present, PublishWithNotice, "suspected-ai", Suspected, "3", "suspected")]
    [InlineData(NotFound, NotAi, Undersized, PublishWithNotice, "suspected-ai", Suspected, "3", "suspected")]
    [InlineData(NotFound, NotAi, Incomplete, PublishWithNotice, "suspected-ai", Suspected, "3", "suspected")]
    [InlineData(NotFound, NotAi, TooShort, PublishWithNotice, "suspected-ai", Suspected, "3", "suspected")]
    [InlineData(NotFound, NotAi, NotAtStart, PublishWithNotice, "suspected-ai", Suspected, "3", "suspected")]
    [InlineData(NotFound, NotAi, Flickering, PublishWithNotice, "suspected-ai", Suspected, "3", "suspected")]
    [InlineData(NotFound, NotAi, Illegible, PublishWithNotice, "suspected-ai", Suspected, "3", "suspected")]
    [InlineData(NotFound, NotAi, ExplicitLabelCompliance.Inconclusive, PublishWithNotice, "suspected-ai", Suspected, "3", "suspected")]
    [InlineData(NotFound, NotAi, Undecodable, Quarantine, "undecodable", AiOrigin.Inconclusive, null, "picture-undecodable")]
    // No label, no declaration, no traces: no duty.
    [InlineData(NotFound, NotAi, NotChecked, Publish, "no-ai-label", NotFound, null, "otherwise")]
    [InlineData(NotFound, RealCapture, Missing, Publish, "no-ai-label", NotFound, null, "otherwise")]
    // The uploader was not asked: held, unless the metadata already say generated.
    [InlineData(NotFound, NotAsked, Missing, Quarantine, "declaration-missing", NotFound, null, "declaration-missing")]
    [InlineData(Suspected, NotAsked, Missing, Quarantine, "declaration-missing", Suspected, "3", "declaration-missing", "suspected")]
    // Nothing can be concluded from the file: never published, and a declaration still counts.
    [InlineData(AiOrigin.Inconclusive, NotAi, NotChecked, Quarantine, "inspection-inconclusive", AiOrigin.Inconclusive, null,
        "inspection-inconclusive")]
    [InlineData(AiOrigin.Inconclusive, Generated, NotChecked, Quarantine, "inspection-inconclusive", Possible, "2",
        "inspection-inconclusive", "declared", "possible")]
    [InlineData(AiOrigin.Inconclusive, NotAi, Present, Quarantine, "inspection-inconclusive", Suspected, "3", "inspection-inconclusive",
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
        var decisions = TestPolicies.Shipped.All.Where(policy => policy.Safety is not null).Select(policy =>
            PolicyEngine.Decide(policy, TestPolicies.Input(NotFound, Missing) with { Safety = safety }, TestCases.Opened));

        Assert.All(decisions, decision => Assert.Equal((Quarantine, reason), (decision.Outcome, decision.Reason)));
    }

    [Fact]
    public void Decide_Measures_PublishesAiOnlyWithItsNotice()
    {
        // Arrange
        var policy = TestPolicies.ById("cn-labeling-measures");

        // Act
        var published =
            from file in Enum.GetValues<AiOrigin>()
            from seen in Enum.GetValues<ExplicitLabelCompliance>()
            from declared in Enum.GetValues<Declaration>()
            let decision = PolicyEngine.Decide(policy, TestPolicies.Input(file, seen, declared), TestCases.Opened)
            where decision.Outcome is not Quarantine && decision.Origin is not NotFound
            select decision;

        // Assert
        Assert.All(published, decision => Assert.Equal(
            decision.Origin switch
            {
                Confirmed => (PublishWithNotice, NoticeKind.Is, "1"),
                Possible => (PublishWithNotice, NoticeKind.MayBe, "2"),
                _ => (PublishWithNotice, NoticeKind.Suspected, "3"),
            },
            (decision.Outcome, Assert.Single(decision.Notices).Kind, decision.Notices[0].AigcLabel!)));
    }
}
