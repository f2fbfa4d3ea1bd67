using AiLabels.Reports;
using VideoGate.Access;
using VideoGate.Cases;
using VideoGate.Declarations;
using VideoGate.Http;
using VideoGate.Policies;
using VideoGate.Review.Rules;
using VideoGate.Tests.Review;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Declarations;

public sealed class DeclarationRulesTests
{
    private static readonly Caller Uploader = new("user-1", IsStaff: false);
    private static readonly Caller Moderator = new("mona", IsStaff: true);
    private static readonly Policy House = TestPolicies.ById("cn-labeling-measures");
    private static readonly DateTimeOffset Now = Reviewed.Now;

    [Fact]
    public void Change_NotAskedIsHeldThenSaysNotAi_IsPublishedByThePolicy()
    {
        var held = Decided(Declaration.NotAsked);
        Assert.Equal(("declaration-missing", DecisionOutcome.Quarantine), (held.Decision!.Reason, held.Decision.Outcome));

        var next = Applied(Change(held, new(Declaration.NotAi, Note: "mine"), Uploader));

        Assert.Equal((DecisionOutcome.Publish, ReviewState.Decided), (next.Decision!.Outcome, next.Review!.State));
        Assert.Equal((ReviewVerdict.Approve, "policy"), (next.Review.Decision!.Verdict, next.Review.Decision.DecidedBy));
        Assert.Equal(["declaration-changed", "decided", "review-decided"], next.Unlogged.Select(added => added.Type));
        Assert.Equal(Declaration.NotAsked, Assert.Single(next.PastDeclarations).Declaration);
    }

    [Fact]
    public void Change_AModeratorHasTheReviewInHand_LeavesTheDecisionToThem()
    {
        var held = Decided(Declaration.NotAsked);
        var claimed = held with { Review = held.Review! with { Claim = new("carol", Now, Now.AddMinutes(10)) } };

        var next = Applied(Change(claimed, new(Declaration.NotAi), Uploader));

        Assert.Equal((DecisionOutcome.Publish, ReviewState.Open, null), (next.Decision!.Outcome, next.Review!.State, next.Review.Decision));
    }

    [Theory]
    [InlineData(Declaration.Generated, Declaration.NotAi, false)]
    [InlineData(Declaration.Edited, Declaration.RealCapture, false)]
    [InlineData(Declaration.NotAi, Declaration.Generated, true)]
    [InlineData(Declaration.NotAi, Declaration.RealCapture, true)]
    [InlineData(Declaration.NotAsked, Declaration.NotAi, true)]
    public void Change_AfterTheDecision_UploaderMayOnlyDeclareMore(Declaration before, Declaration after, bool isAllowed)
    {
        var byUploader = Change(Decided(before), new(after), Uploader);
        var byModerator = Change(Decided(before), new(after), Moderator);

        Applied(byModerator);
        if (isAllowed)
        {
            Applied(byUploader);
        }
        else
        {
            Reviewed.Refused(Problems.DeclarationFinal, byUploader);
        }
    }

    [Fact]
    public void Change_BeforeTheDecision_OnlyRecords()
    {
        var inspecting = TestCases.Inspecting();

        var next = Applied(Change(inspecting, new(Declaration.NotAi), Uploader));

        Assert.Null(next.Decision);
        Assert.Equal((CaseState.Inspecting, Declaration.NotAi), (next.State, next.Submission.Declaration));
    }

    [Fact]
    public void Change_PublishedSaysGenerated_GetsANoticeAndTheLabelOfTheLaw()
    {
        var published = Published(Decided(Declaration.NotAi));

        var next = Applied(Change(published, new(Declaration.Generated), Uploader));

        Assert.Equal((CaseState.Published, DecisionOutcome.PublishWithNotice), (next.State, next.Decision!.Outcome));
        Assert.NotEmpty(PublishedNotices.Of(next));
        Assert.Equal(["declaration-changed", "decided", "review-decided"], next.Unlogged.Select(added => added.Type));
        Assert.Equal((true, "policy", 2, null), (next.Review!.InPlace, next.Review.Decision!.DecidedBy, next.Review.Round, next.ClosedAt));
        Assert.Equal(ExplicitChoice.None, next.Review.Decision.Label!.Explicit);
        Assert.Equal(next.Unlogged.Count, next.Unlogged.DistinctBy(added => added.Id).Count());
    }

    [Fact]
    public void Change_PublishedAndAStricterPolicy_ReturnsToQuarantine()
    {
        var published = Published(Decided(Declaration.NotAi));

        var next = Applied(Change(published, new(Declaration.Generated), Uploader, TestPolicies.ById("default")));

        Assert.Equal((CaseState.Quarantined, null), (next.State, next.ClosedAt));
        Assert.Equal((ReviewState.Open, 2, true), (next.Review!.State, next.Review.Round, next.Review.AwaitsReturn));
        Assert.Equal((RoundEnding.Redeclared, "policy"), (next.Review.Past[0].Ending, next.Review.Past[0].EndedBy));
    }

    [Fact]
    public void Change_SameForeignEndedOrTooOften_IsNone()
    {
        var held = Decided(Declaration.Generated);

        Assert.IsType<TransitionResult.Unchanged>(Change(held, new(Declaration.Generated), Uploader));
        Reviewed.Refused(Problems.NotFound, Change(held, new(Declaration.NotAi), new("user-2", IsStaff: false)));
        Reviewed.Refused(Problems.DeclarationFinal, Change(held with { State = CaseState.Rejected }, new(Declaration.NotAi), Moderator));
        var often = Enumerable.Repeat(new PastDeclaration(Declaration.NotAi, EditKind.Unknown, Realism.Unknown, true, Now), 20);
        Reviewed.Refused(
            Problems.DeclarationFinal, Change(held with { PastDeclarations = [.. often] }, new(Declaration.Edited), Moderator));
    }

    [Fact]
    public void Appeal_PublishedByThePolicyAfterAChange_StaysPublished()
    {
        var released = Applied(Change(Decided(Declaration.NotAsked, AiOrigin.Confirmed), new(Declaration.Generated), Uploader));
        var published = released with { State = CaseState.Published, ClosedAt = Now };

        var appealed = Applied(UploaderRules.Appeal(
            new(published, Reviewed.Seen), new(ReviewAction.Appeal, "user-1", Now), "No AI.", Reviewed.HousePolicy));

        Assert.Equal((CaseState.Published, true), (appealed.State, appealed.Review!.InPlace));
    }

    private static ModerationCase Decided(Declaration declared, AiOrigin file = AiOrigin.NotFound)
    {
        var held = TestCases.Quarantined();
        var seen = held with
        {
            Submission = held.Submission with { Declaration = declared },
            Labels = held.Labels! with { Origin = file, Generator = null },
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
        return seen with { Decision = CaseDecision.Decide(House, seen, Now) };
    }

    private static ModerationCase Published(ModerationCase decided) => decided with
    {
        State = CaseState.Published,
        Location = new("published", decided.Upload.Name),
        ClosedAt = Now,
        Review = null,
    };

    private static TransitionResult Change(ModerationCase known, DeclarationChange asked, Caller caller, Policy? policy = null) =>
        DeclarationRules.Change(new(known, Reviewed.Seen), asked, caller, [policy ?? House], Now);

    private static ModerationCase Applied(TransitionResult result) => Assert.IsType<TransitionResult.Applied>(result).Next;
}
