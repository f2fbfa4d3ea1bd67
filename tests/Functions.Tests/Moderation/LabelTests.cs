using VideoGate.Cases;
using VideoGate.Cases.Duties;
using VideoGate.Cases.Orchestration;
using VideoGate.Moderation;
using VideoGate.Publishing;
using VideoGate.Review.Steps;

namespace VideoGate.Tests.Moderation;

/// <summary>An approval with label on Microsoft's replay, with activities that return given results.</summary>
public sealed class LabelTests
{
    private static readonly UploadedVideo Upload = new("video.mp4", "\"0x1\"", 1000, "video/mp4", DateTimeOffset.UnixEpoch);
    private static readonly RequiredLabel Required = new(null) { Metadata = true };
    private static readonly string[] LabelSteps =
        [nameof(LabelVideo), nameof(PublishLabelled), nameof(ReturnToReview), nameof(Publish), nameof(Reject)];

    [Fact]
    public void Run_ApprovedWithLabel_LabelsAndPublishes()
    {
        var steps = Steps.With(verdict: ReviewVerdict.ApproveWithLabel);

        Assert.Equal(CaseState.Published, steps.Run(new ModerationRequest(Upload)));
        Assert.Equal([nameof(LabelVideo), nameof(PublishLabelled)], steps.Calls.Where(LabelSteps.Contains));
    }

    [Fact]
    public void Run_LabelCannotBeGiven_GoesBackToReviewAndOnFromThere()
    {
        var steps = Steps.With(
            verdict: ReviewVerdict.ApproveWithLabel,
                label: attempt => new LabelledVideo(attempt == 1 ? new LabelProblem("burn.limit", "Too long.") : null));

        Assert.Equal(CaseState.Published, steps.Run(new ModerationRequest(Upload)));
        Assert.Equal([nameof(LabelVideo), nameof(ReturnToReview), nameof(LabelVideo), nameof(PublishLabelled)],
            steps.Calls.Where(LabelSteps.Contains));
    }

    [Fact]
    public void Run_LabellingKeepsFailing_IsTriedFiveTimesAndGoesBackToReview()
    {
        var steps = Steps.With(
            verdict: ReviewVerdict.ApproveWithLabel,
                label: attempt => attempt <= 5 ? throw new FormatException("unheard of") : new LabelledVideo(null as LabelProblem));

        Assert.Equal(CaseState.Published, steps.Run(new ModerationRequest(Upload)));
        Assert.Equal([.. Enumerable.Repeat(nameof(LabelVideo), 5), nameof(ReturnToReview), nameof(LabelVideo), nameof(PublishLabelled)],
            steps.Calls.Where(LabelSteps.Contains));
    }

    [Fact]
    public void Run_OtherVideosAreLabelled_ReadsTheReviewAgainAfterTheWait()
    {
        var steps = Steps.With(
            verdict: ReviewVerdict.ApproveWithLabel, label: attempt => new(null, attempt == 1 ? TimeSpan.FromSeconds(40) : null));
        var began = steps.Time.GetUtcNow();

        Assert.Equal(CaseState.Published, steps.Run(new ModerationRequest(Upload)));
        Assert.Equal([nameof(LabelVideo), nameof(LabelVideo), nameof(PublishLabelled)], steps.Calls.Where(LabelSteps.Contains));
        Assert.Equal(2, steps.CountOf(nameof(AdvanceReview)));
        Assert.Equal(TimeSpan.FromSeconds(40), steps.Time.GetUtcNow() - began);
    }

    [Fact]
    public void Run_LawRequiresALabel_LabelsAndPublishesWithoutAReview()
    {
        var steps = Steps.With(decision: DecisionOutcome.PublishWithNotice, required: Required);

        Assert.Equal(CaseState.Published, steps.Run(new ModerationRequest(Upload)));
        Assert.Equal([nameof(LabelVideo), nameof(PublishLabelled)], steps.Calls.Where(LabelSteps.Contains));
        Assert.Equal((0, 0), (steps.CountOf(nameof(Quarantine)), steps.CountOf(nameof(AdvanceReview))));
    }

    [Fact]
    public void Run_RequiredLabelCannotBeAdded_GoesToAModeratorWithTheProblem()
    {
        var problem = new LabelProblem("unsupportedContainer", "MPEG-TS has no place for it.");
        var steps = Steps.With(
            decision: DecisionOutcome.PublishWithNotice, verdict: ReviewVerdict.Reject, label: _ => new LabelledVideo(problem),
            required: Required);

        Assert.Equal(CaseState.Rejected, steps.Run(new ModerationRequest(Upload)));
        Assert.Equal([nameof(LabelVideo), nameof(Reject)], steps.Calls.Where(LabelSteps.Contains));
        Assert.Equal(problem, Assert.Single(steps.Quarantined).Problem);
    }

    [Fact]
    public void Run_RequiredLabelWaitsForManyRounds_IsNotInspectedAgain()
    {
        var steps = Steps.With(
            decision: DecisionOutcome.PublishWithLabel,
            label: attempt => attempt <= 120 ? new(null, TimeSpan.FromMinutes(1)) : new LabelledVideo(null as LabelProblem),
            required: Required);

        Assert.Equal(CaseState.Published, steps.Run(new ModerationRequest(Upload)));
        Assert.Equal(
            (121, 1, 1), (steps.CountOf(nameof(LabelVideo)), steps.CountOf(nameof(InspectVideo)), steps.CountOf(nameof(DecideCase))));
    }
}
