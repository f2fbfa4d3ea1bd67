using VideoGate.Cases;
using VideoGate.Http;
using VideoGate.Review.Queue;
using VideoGate.Review.Rules;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Review;

/// <summary>Appeals against what a policy decided alone.</summary>
public sealed class NoticeAppealTests
{
    private const string Uploader = "user-1";

    [Fact]
    public void Appeal_PublishedWithNotice_OpensAReviewAndStaysPublished()
    {
        var appealed = Applied(Appeal(TestCases.PublishedWithNotice()));

        Assert.Equal((CaseState.Published, null), (appealed.State, appealed.ClosedAt));
        Assert.Equal((ReviewState.Open, 2, true), (appealed.Review!.State, appealed.Review.Round, appealed.Review.InPlace));
        Assert.Equal("policy", appealed.Review.Past[0].Decision.DecidedBy);
        Assert.True(ReviewQueueProjection.Shows(appealed));
        Assert.Equal(2, PublishedNotices.Of(appealed).Count);
        Assert.Equal($"{appealed.CaseId}-round2", appealed.Review.Instance);
    }

    [Fact]
    public void Appeal_WithoutNoticeTooLateOrForeign_IsRefused()
    {
        var noticed = TestCases.PublishedWithNotice();
        var plain = noticed with { Decision = noticed.Decision! with { Notices = [] } };

        Reviewed.Refused(Problems.NotAppealable, Appeal(plain));
        Reviewed.Refused(Problems.NotAppealable, Appeal(noticed, at: noticed.ClosedAt!.Value.AddDays(30)));
        Reviewed.Refused(Problems.NotFound, Appeal(noticed, by: "user-2"));
        Reviewed.Refused(Problems.NotAppealable, Appeal(noticed with { State = CaseState.Lost }));
    }

    [Theory]
    [InlineData(ReviewVerdict.Approve, true, CaseState.Published, false)]
    [InlineData(ReviewVerdict.Approve, false, CaseState.Published, false)]
    [InlineData(ReviewVerdict.Reject, false, CaseState.Quarantined, true)]
    [InlineData(ReviewVerdict.ApproveWithLabel, false, CaseState.Quarantined, true)]
    public void Decide_AppealOfANotice_MovesTheVideoOnlyIfItMust(ReviewVerdict verdict, bool lifts, CaseState state, bool awaitsReturn)
    {
        var appealed = Applied(Appeal(TestCases.PublishedWithNotice()));

        var decided = Decide(appealed, verdict, lifts);

        Assert.Equal((state, awaitsReturn), (decided.State, decided.Review!.AwaitsReturn));
        Assert.Equal(lifts, state is CaseState.Published && PublishedNotices.Of(decided).Count == 0);
    }

    [Fact]
    public void Decide_LiftsTheLabelOfACopy_ReturnsItForTheOriginal()
    {
        var labelled = TestCases.PublishedWithNotice() with
        {
            Labelling = new() { OrderId = "1", Order = new() { Explicit = ExplicitChoice.None }, At = TestCases.Opened },
        };

        var decided = Decide(Applied(Appeal(labelled)), ReviewVerdict.Approve, lifts: true);

        Assert.Equal((CaseState.Quarantined, true), (decided.State, decided.Review!.AwaitsReturn));
    }

    [Fact]
    public void Undo_OfADecisionAboutANotice_LeavesTheVideoPublished()
    {
        var closed = Decide(Applied(Appeal(TestCases.PublishedWithNotice())), ReviewVerdict.Approve, lifts: true) with
        {
            ClosedAt = Reviewed.Now,
        };

        var undone = Applied(UndoRules.Undo(
            new(closed, Reviewed.Seen), Reviewed.Command(ReviewAction.Undo, key: "key-2"), "no", Reviewed.HousePolicy));

        Assert.Equal((CaseState.Published, true, false), (undone.State, undone.Review!.InPlace, undone.Review.AwaitsReturn));
        Assert.Equal(2, PublishedNotices.Of(undone).Count);
    }

    [Fact]
    public void Expire_ReviewOfANotice_NeverDoes()
    {
        var appealed = Applied(Appeal(TestCases.PublishedWithNotice()));

        Assert.False(ReviewSchedule.IsExpired(appealed.Review!, Reviewed.HousePolicy, Reviewed.Now.AddYears(1)));
    }

    [Fact]
    public void Appeal_QuarantineThatNoPersonDecided_WaitsWithTheReviewAndLeavesAnotherAppeal()
    {
        var objected = Applied(Appeal(TestCases.Quarantined()));
        Assert.Equal((ReviewState.Open, 1, true), (objected.Review!.State, objected.Review.Round, objected.Review.Appeal!.AgainstPolicy));
        Assert.IsType<TransitionResult.Unchanged>(Appeal(objected));
        Reviewed.Refused(Problems.NotAppealable, Appeal(objected, "other words"));

        var rejected = Decide(objected, ReviewVerdict.Reject, lifts: false) with { State = CaseState.Rejected, ClosedAt = Reviewed.Now };
        var again = Applied(Appeal(rejected, "other words", at: Reviewed.Now.AddDays(1)));

        Assert.Equal((2, false), (again.Review!.Appeal!.Round, again.Review.Appeal.AgainstPolicy));
        Reviewed.Refused(Problems.NotAppealable, Appeal(again, "third words", at: Reviewed.Now.AddDays(2)));
    }

    private static TransitionResult Appeal(
        ModerationCase decided, string text = "I object.", string by = Uploader, DateTimeOffset? at = null) => UploaderRules.Appeal(
            new(decided, Reviewed.Seen), new(ReviewAction.Appeal, by, at ?? Reviewed.Now), text, Reviewed.HousePolicy);

    private static ModerationCase Decide(ModerationCase appealed, ReviewVerdict verdict, bool lifts) => Applied(ReviewRules.Judge(
        new(appealed, Reviewed.Seen), Reviewed.Command(ReviewAction.Decide),
        Reviewed.Approval with { Verdict = verdict, LiftsNotices = lifts ? true : null }, Reviewed.HousePolicy));

    private static ModerationCase Applied(TransitionResult result) => Assert.IsType<TransitionResult.Applied>(result).Next;
}
