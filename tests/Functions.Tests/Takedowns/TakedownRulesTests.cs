using VideoGate.Access;
using VideoGate.Cases;
using VideoGate.Http;
using VideoGate.Reporting.Statements;
using VideoGate.Review.Rules;
using VideoGate.Takedowns;
using VideoGate.Tests.Review;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Takedowns;

public sealed class TakedownRulesTests
{
    private static readonly Caller Mona = new("mona", IsStaff: true);
    private static readonly DateTimeOffset Now = Reviewed.Now;

    [Fact]
    public void Kinds_EachOne_HasWordsAndASource() => Assert.All(TakedownKinds.All, kind =>
    {
        Assert.Equal(["en", "zh"], kind.Title.Keys.Order());
        Assert.NotEmpty(kind.Source);
        Assert.True(kind.Jurisdiction is null || kind is { ClockHours: not null, ByClock: true, Clause: not null }, kind.Id);
    });

    [Fact]
    public void Kinds_EachOne_IsExplainedToTheUploader() => Assert.All(
        TakedownKinds.All, kind => Assert.True(
            StatementTexts.English.Has($"reason.{TakedownKind.ReasonOf(kind.Id)}"), kind.Id));

    [Theory]
    [InlineData("in-order", null, true)]
    [InlineData("in-order", 2.0, true)]
    [InlineData("in-order", 4.0, false)]
    [InlineData("order", null, false)]
    [InlineData("order", -1.0, false)]
    [InlineData("order", 100.0, true)]
    [InlineData("unheard-of", null, false)]
    public void Validate_DeadlineOfAKind_IsItsClockAtMost(string kind, double? hours, bool isValid)
    {
        var order = new TakedownOrder(kind, "why", DueAt: hours is { } given ? Now.AddHours(given) : null);

        Assert.Equal(isValid, order.Validate(Now) is null);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(0, true)]
    [InlineData(-400, false)]
    public void Validate_Received_IsWithinTheLastYear(int days, bool isValid) =>
        Assert.Equal(isValid, new TakedownOrder("house-rules", "why", ReceivedAt: Now.AddDays(days)).Validate(Now) is null);

    [Fact]
    public void Order_PublishedAfterAReview_KeepsTheRoundsBefore()
    {
        var published = Published() with
        {
            Review = TestCases.Quarantined().Review! with { State = ReviewState.Decided, Decision = Reviewed.Approval, Changes = 3 },
        };

        var next = Applied(Order(published, new("in-order", "why")));

        Assert.Equal((CaseState.Quarantined, null), (next.State, next.ClosedAt));
        Assert.Equal((2, RoundEnding.TakenDown, 4), (next.Review!.Round, next.Review.Past[0].Ending, next.Review.Changes));
        Assert.Equal(["takedown-ordered", "review-decided"], next.Unlogged.Select(added => added.Type));
        Assert.Equal(next.Unlogged.Count, next.Unlogged.DistinctBy(added => added.Id).Count());
        Assert.Equal($"{published.CaseId}-round2", next.Review.Instance);
        Assert.NotNull(next.Review.Decision!.AppealUntil);
    }

    [Fact]
    public void Order_SameAgain_ChangesNothing()
    {
        var ordered = Applied(Order(Published(), new("in-order", "why", Pending: true)));

        Assert.IsType<TransitionResult.Unchanged>(Order(ordered, new("in-order", "why", Pending: true)));
        Reviewed.Refused(Problems.TakedownOpen, Order(ordered, new("order", "other", DueAt: Now.AddHours(1))));
    }

    [Fact]
    public void Order_NotPublishedOrOwn_IsRefused()
    {
        Reviewed.Refused(Problems.NotPublished, Order(TestCases.Quarantined(), new("in-order", "why")));
        var own = Published() with { Submission = new() { Uploader = Mona.Subject } };
        Reviewed.Refused(Problems.OwnUpload, Order(own, new("in-order", "why")));
        var ordered = Applied(Order(Published(), new("in-order", "why", Pending: true)));
        Reviewed.Refused(Problems.OwnUpload, Decide(ordered with { Submission = own.Submission }, new(true)));
    }

    [Fact]
    public void Decide_DecidedByAnother_IsRefusedAndRepeatedByTheSameIsNot()
    {
        var ordered = Applied(Order(Published(), new("in-order", "why", Pending: true)));
        var carried = Applied(Decide(ordered, new(true)));

        Assert.IsType<TransitionResult.Unchanged>(Decide(carried, new(true)));
        Reviewed.Refused(Problems.TakedownDecided, Decide(carried, new(false, "no")));
        Reviewed.Refused(Problems.NotFound, Decide(Published(), new(true)));
    }

    [Fact]
    public void Advance_VideoIsBackInReviewWhenTheClockActs_IsRejectedInTheSameRound()
    {
        var ordered = Applied(Order(Published(), new("in-order", "why", Pending: true)));
        var undone = ordered with { State = CaseState.Quarantined, ClosedAt = null, Review = TestCases.Quarantined().Review };

        var next = Applied(TakedownRules.Advance(new(undone, Reviewed.Seen), 1, Now.AddHours(2.5), Reviewed.HousePolicy));

        Assert.Equal((1, ReviewState.Decided, "policy"), (next.Review!.Round, next.Review.State, next.Review.Decision!.DecidedBy));
        Assert.False(next.Review.AwaitsReturn);
        Assert.Null(next.Review.Instance);
    }

    [Fact]
    public void Advance_VideoRejectedMeanwhile_IsDone()
    {
        var ordered = Applied(Order(Published(), new("in-order", "why", Pending: true)));
        var rejected = ordered with { State = CaseState.Rejected };

        var next = Applied(TakedownRules.Advance(new(rejected, Reviewed.Seen), 1, Now.AddHours(2.5), Reviewed.HousePolicy));

        Assert.Equal((CaseState.Rejected, Now.AddHours(2.5)), (next.State, next.Takedown!.RemovedAt));
        Assert.Null(TakedownSchedule.NextAt(next.Takedown, Now.AddHours(2.5)));
    }

    [Theory]
    [InlineData(1.4, false, false)]
    [InlineData(1.6, true, false)]
    public void Advance_HalfOfTheClock_Escalates(double hours, bool escalated, bool overdue)
    {
        var ordered = Applied(Order(Published(), new("in-order", "why", Pending: true)));

        var result = TakedownRules.Advance(new(ordered, Reviewed.Seen), 1, Now.AddHours(hours), Reviewed.HousePolicy);

        var next = result is TransitionResult.Applied applied ? applied.Next.Takedown! : ordered.Takedown!;
        Assert.Equal((escalated, overdue), (next.EscalatedAt is not null, next.OverdueAt is not null));
    }

    private static ModerationCase Published() => TestCases.PublishedWithNotice();

    private static ModerationCase Applied(TransitionResult result) => Assert.IsType<TransitionResult.Applied>(result).Next;

    private static TransitionResult Order(ModerationCase published, TakedownOrder order) =>
        TakedownRules.Order(new(published, Reviewed.Seen), order, Mona, Now, Reviewed.HousePolicy);

    private static TransitionResult Decide(ModerationCase ordered, TakedownDecision decision) =>
        TakedownRules.Decide(new(ordered, Reviewed.Seen), decision, Mona, Now, Reviewed.HousePolicy);
}
