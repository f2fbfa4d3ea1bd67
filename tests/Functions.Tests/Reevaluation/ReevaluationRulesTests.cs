using AiLabels.Reports;
using VideoGate.Cases;
using VideoGate.Policies;
using VideoGate.Reevaluation;
using VideoGate.Review.Rules;
using VideoGate.Tests.Review;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Reevaluation;

/// <summary>Past cases under other policies.</summary>
public sealed class ReevaluationRulesTests
{
    private static readonly Policy China = TestPolicies.ById("cn-labeling-measures");
    private static readonly Policy House = TestPolicies.ById("default");
    private static readonly ReevaluationOrder Order = new("2ro43ljqgzhfbajpy2ccdzovsh", "sue", Quarantine: false);
    private static readonly DateTimeOffset Now = Reviewed.Now;

    [Fact]
    public void Judge_SameDecision_IsUnchangedAlsoUnderAnotherVersion()
    {
        var published = Published(House, AiOrigin.NotFound);

        Assert.IsType<TransitionResult.Unchanged>(Judge(published, House));
        Assert.IsType<TransitionResult.Unchanged>(
            Judge(published with { Policy = published.Policy with { Version = "0.9", Hash = new string('9', 64) } }, House));
        Assert.Equal(ReevaluationEffect.Unchanged, ReevaluationRules.EffectOf(published, Order));
    }

    [Fact]
    public void Judge_QuarantinedAndThePoliciesPublish_IsReleasedWithTheLabelOfTheLaw()
    {
        var held = Held(House, AiOrigin.Confirmed);
        Assert.Equal(DecisionOutcome.Quarantine, held.Decision!.Outcome);

        var next = Applied(Judge(held, China));

        Assert.Equal(ReevaluationEffect.Released, ReevaluationRules.EffectOf(next, Order));
        Assert.Equal((ReviewVerdict.Approve, "policy"), (next.Review!.Decision!.Verdict, next.Review.Decision.DecidedBy));
        Assert.Equal(ExplicitChoice.None, next.Review.Decision.Label!.Explicit);
        Assert.Equal((China.Pin, 0), (next.Policy, next.Laws.Count));
        Assert.Equal(["reevaluated", "decided", "review-decided"], next.Unlogged.Select(added => added.Type));
        Assert.Equal("sue", next.Unlogged[0].Actor);
    }

    [Theory]
    [InlineData(false, CaseState.Published, ReevaluationEffect.Review)]
    [InlineData(true, CaseState.Quarantined, ReevaluationEffect.Quarantine)]
    internal void Judge_PublishedAndThePoliciesQuarantine_IsReviewedInPlaceUnlessAsked(
        bool quarantine, CaseState state, ReevaluationEffect effect)
    {
        var order = Order with { Quarantine = quarantine };
        var published = Published(China, AiOrigin.Confirmed);

        var next = Applied(ReevaluationRules.Judge(new(published, Reviewed.Seen), [House], order, Now));

        Assert.Equal((state, null, ReviewState.Open), (next.State, next.ClosedAt, next.Review!.State));
        Assert.Equal((!quarantine, quarantine), (next.Review.InPlace, next.Review.AwaitsReturn));
        Assert.Equal((RoundEnding.Reevaluated, 2), (next.Review.Past[0].Ending, next.Review.Round));
        Assert.Equal(effect, ReevaluationRules.EffectOf(next, order));
    }

    [Fact]
    public void Judge_PublishedAndALabelIsDue_IsLabelledWhereItIs()
    {
        var published = Published(House, AiOrigin.NotFound) with { Submission = new() { Declaration = Declaration.Generated } };

        var next = Applied(Judge(published, China));

        Assert.Equal((CaseState.Published, null, true), (next.State, next.ClosedAt, next.Review!.InPlace));
        Assert.NotNull(next.Review.Decision!.Label);
        Assert.Equal(ReevaluationEffect.Label, ReevaluationRules.EffectOf(next, Order));
    }

    [Fact]
    public void Judge_Repeated_IsUnchangedAndHasTheSameEffect()
    {
        var next = Applied(Judge(Held(House, AiOrigin.Confirmed), China));

        Assert.IsType<TransitionResult.Unchanged>(Judge(next, House));
        Assert.Equal(ReevaluationEffect.Released, ReevaluationRules.EffectOf(next, Order));
    }

    public static TheoryData<string> InHand => ["decided", "held", "claimed", "asked", "appealed", "escalated", "decided before"];

    [Theory]
    [MemberData(nameof(InHand))]
    public void Judge_PersonDecidedOrHasItInHand_IsLeftToThem(string how)
    {
        var held = Held(House, AiOrigin.Confirmed);
        var review = held.Review!;
        var known = held with
        {
            Review = how switch
            {
                "decided" => review with { State = ReviewState.Decided, Decision = Reviewed.Approval },
                "held" => review with { State = ReviewState.AwaitingConfirmation, Held = Reviewed.Approval },
                "claimed" => review with { Claim = new("carol", Now, Now.AddMinutes(10)) },
                "asked" => review with { State = ReviewState.AwaitingInformation, Information = new("Why?", "carol", Now) },
                "appealed" => review with { Appeal = new("It is mine.", Now, 1, AgainstPolicy: true) },
                "escalated" => review with { State = ReviewState.Escalated, EscalatedAt = Now },
                _ => review with { Past = [new(Now, Reviewed.Approval, RoundEnding.Undone, "bob", Now, "why")] },
            },
        };

        Assert.IsType<TransitionResult.Unchanged>(Judge(known, China));
        Assert.Equal(ReevaluationEffect.LeftToPeople, ReevaluationRules.EffectOf(known, Order));
    }

    [Fact]
    public void Judge_EndedTakenDownOrUnderWay_IsUnchanged()
    {
        var published = Published(China, AiOrigin.Confirmed);

        Assert.IsType<TransitionResult.Unchanged>(Judge(published with { State = CaseState.Rejected }, House));
        Assert.IsType<TransitionResult.Unchanged>(Judge(published with { ClosedAt = null }, House));
        Assert.IsType<TransitionResult.Unchanged>(Judge(published with { Decision = null }, House));
        Assert.IsType<TransitionResult.Unchanged>(Judge(published with
        {
            Takedown = new()
            {
                Number = 1,
                Kind = "order",
                State = TakedownState.Ordered,
                OrderedBy = "bob",
                OrderedAt = Now,
                ReceivedAt = Now,
            },
        }, House));
    }

    private static ModerationCase Held(Policy policy, AiOrigin origin)
    {
        var held = TestCases.Quarantined();
        var seen = held with
        {
            Policy = policy.Pin,
            Submission = held.Submission with { Declaration = Declaration.NotAi },
            Labels = held.Labels! with { Origin = origin, Generator = null },
            ExplicitLabel = new() { Compliance = ExplicitLabelCompliance.Missing },
            Safety = new()
            {
                State = SafetyState.Safe,
                Highest = Severities.Safe,
                UnsafeCategories = [],
                Hits = [],
                Calls = 1,
                FramesLeftOut = 0,
                FramesRefused = 0,
            },
        };
        return seen with { Decision = CaseDecision.Decide([policy], seen, Now) };
    }

    private static ModerationCase Published(Policy policy, AiOrigin origin)
    {
        var held = Held(policy, origin);
        return held with
        {
            State = CaseState.Published,
            Location = new("published", held.Upload.Name),
            ClosedAt = Now,
            Review = null,
            Labelling = LabelOrder.RequiredBy(held.Decision!) is { } order ? new() { OrderId = "1", Order = order, At = Now } : null,
        };
    }

    private static TransitionResult Judge(ModerationCase known, Policy policy) =>
        ReevaluationRules.Judge(new(known, Reviewed.Seen), [policy], Order, Now);

    private static ModerationCase Applied(TransitionResult result) => Assert.IsType<TransitionResult.Applied>(result).Next;
}
