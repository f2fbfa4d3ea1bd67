using VideoGate.Cases;
using VideoGate.Cases.Orchestration;
using VideoGate.Moderation;
using VideoGate.Publishing;
using VideoGate.Review.Steps;
using VideoGate.Safety;
using VideoGate.Storage;

namespace VideoGate.Tests.Moderation;

/// <summary>The orchestration on Microsoft's replay, with activities that return given results and a virtual clock.</summary>
public sealed class ModerateVideoTests
{
    private static readonly UploadedVideo Upload = new("video.mp4", "\"0x1\"", 1000, "video/mp4", new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Run_PolicyPublishes_EndsPublishedWithoutAReview()
    {
        // Arrange
        var steps = Steps.With(decision: DecisionOutcome.Publish);

        // Act
        var state = steps.Run(new ModerationRequest(Upload));

        // Assert
        Assert.Equal(CaseState.Published, state);
        Assert.Equal(
            [nameof(OpenCase), nameof(InspectVideo), nameof(AnalyzeVideo), nameof(AnalyzeFrames), nameof(AnalyzeText), nameof(DecideCase),
                nameof(Publish)],
            steps.Calls);
    }

    [Fact]
    public void Run_InspectionFailsFiveTimes_IsQuarantinedWithTheReason()
    {
        // Arrange
        var steps = Steps.With(inspect: _ => throw new FormatException("unheard of"), verdict: ReviewVerdict.Reject);

        // Act
        var state = steps.Run(new ModerationRequest(Upload));

        // Assert
        Assert.Equal(CaseState.Rejected, state);
        Assert.Equal(5, steps.CountOf(nameof(InspectVideo)));
        Assert.Equal("unheard of", steps.Decided!.Inspection.Failure);
    }

    [Fact]
    public void Run_StorageAwayForLong_IsWaitedOutAndNotHeldAgainstTheFile()
    {
        // Arrange
        var steps = Steps.With(
            inspect: attempt => attempt < 20 ? throw new StorageOutageException("away", new IOException()) : Steps.Clean,
            decision: DecisionOutcome.Publish);

        // Act
        var state = steps.Run(new ModerationRequest(Upload));

        // Assert
        Assert.Equal(CaseState.Published, state);
        Assert.Equal(20, steps.CountOf(nameof(InspectVideo)));
    }

    [Fact]
    public void Run_PoisonedUpload_IsNeverInspected()
    {
        // Arrange
        var steps = Steps.With(verdict: ReviewVerdict.Approve);

        // Act
        var state = steps.Run(new ModerationRequest(Upload, Poisoned: true));

        // Assert
        Assert.Equal(CaseState.Published, state);
        Assert.DoesNotContain(nameof(InspectVideo), steps.Calls);
        Assert.NotNull(steps.Decided!.Inspection.Failure);
    }

    [Fact]
    public void Run_UploadNotTakenIn_EndsSupersededUninspected()
    {
        // Arrange
        var steps = Steps.With(opened: new OpenedCase(null));

        // Act
        var state = steps.Run(new ModerationRequest(Upload));

        // Assert
        Assert.Equal(CaseState.Superseded, state);
        Assert.Equal([nameof(OpenCase), nameof(Supersede)], steps.Calls);
    }

    [Fact]
    public void Run_NotItsUploadersTurn_WaitsBeforeTheInspection()
    {
        // Arrange
        var steps = Steps.With(
            decision: DecisionOutcome.Publish,
            opened: new OpenedCase(Steps.Held, TimeSpan.FromSeconds(3)),
            turn: attempt => new InspectionTurn(attempt == 1 ? TimeSpan.FromSeconds(2) : null));
        var began = steps.Time.GetUtcNow();

        // Act
        var state = steps.Run(new ModerationRequest(Upload));

        // Assert
        Assert.Equal(CaseState.Published, state);
        Assert.Equal([nameof(OpenCase), nameof(AwaitTurn), nameof(AwaitTurn), nameof(InspectVideo)], steps.Calls.Take(4));
        Assert.InRange(steps.Time.GetUtcNow() - began, TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(6));
    }

    [Fact]
    public void Run_ToldThatItsTurnHasCome_IsInspectedBeforeTheTimer()
    {
        var steps = Steps.With(decision: DecisionOutcome.Publish, opened: new OpenedCase(Steps.Held, TimeSpan.FromMinutes(5)));
        var began = steps.Time.GetUtcNow();
        var instance = steps.Start(new ModerationRequest(Upload));
        steps.Engine.Settle();

        steps.Engine.Raise(instance, CaseOrchestration.Turn);
        steps.Engine.Settle();

        Assert.Equal(CaseState.Published, instance.Result<CaseState>());
        Assert.Equal(began, steps.Time.GetUtcNow());
    }

    [Fact]
    public void Run_DecodersBusy_AsksAgainAfterTheTimeItWasTold()
    {
        var steps = Steps.With(decision: DecisionOutcome.Publish, look: attempt => attempt < 3 ? Busy(seconds: 20) : Steps.Unlabelled);
        var began = steps.Time.GetUtcNow();

        var state = steps.Run(new ModerationRequest(Upload));

        Assert.Equal(CaseState.Published, state);
        Assert.Equal((1, 3), (steps.CountOf(nameof(InspectVideo)), steps.CountOf(nameof(AnalyzeVideo))));
        Assert.InRange(steps.Time.GetUtcNow() - began, TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(41));
        Assert.Equal(ExplicitLabelCompliance.Missing, steps.Decided!.Content!.ExplicitLabel.Compliance);
    }

    [Fact]
    public void Run_ManyFilesAreRead_AsksAgainAfterTheTimeItWasTold()
    {
        var steps = Steps.With(
            decision: DecisionOutcome.Publish,
            inspect: attempt => attempt == 1 ? new() { Wait = TimeSpan.FromSeconds(20) } : Steps.Clean);
        var began = steps.Time.GetUtcNow();

        var state = steps.Run(new ModerationRequest(Upload));

        Assert.Equal((CaseState.Published, 2), (state, steps.CountOf(nameof(InspectVideo))));
        Assert.Equal(TimeSpan.FromSeconds(20), steps.Time.GetUtcNow() - began);
    }

    [Fact]
    public void Run_DecodersBusyForManyRounds_ContinuesWithAFreshHistory()
    {
        var steps = Steps.With(decision: DecisionOutcome.Publish, look: attempt => attempt <= 120 ? Busy(seconds: 60) : Steps.Unlabelled);

        var state = steps.Run(new ModerationRequest(Upload));

        Assert.Equal(CaseState.Published, state);
        Assert.Equal((3, 121), (steps.CountOf(nameof(OpenCase)), steps.CountOf(nameof(AnalyzeVideo))));
    }

    [Fact]
    public void Run_WaitOfManyRounds_ContinuesWithAFreshHistory()
    {
        // Arrange
        var steps = Steps.With(
            decision: DecisionOutcome.Publish,
            opened: new OpenedCase(Steps.Held, TimeSpan.FromSeconds(1)),
            turn: attempt => new InspectionTurn(attempt < 120 ? TimeSpan.FromSeconds(1) : null));

        // Act
        var state = steps.Run(new ModerationRequest(Upload));

        // Assert
        Assert.Equal(CaseState.Published, state);
        Assert.Equal((3, 120), (steps.CountOf(nameof(OpenCase)), steps.CountOf(nameof(AwaitTurn))));
    }

    [Fact]
    public void Run_VideoGone_EndsSupersededUndecided()
    {
        // Arrange
        var steps = Steps.With(inspect: _ => new InspectVideoOutput { Superseded = true });

        // Act
        var state = steps.Run(new ModerationRequest(Upload));

        // Assert
        Assert.Equal(CaseState.Superseded, state);
        Assert.DoesNotContain(nameof(DecideCase), steps.Calls);
    }

    [Fact]
    public void Run_EventOfTheDecisionIsLost_TheNextTimerFindsIt()
    {
        // Arrange
        var steps = Steps.With(verdict: ReviewVerdict.Reject, looksWithoutVerdict: 3);

        // Act
        var state = steps.Run(new ModerationRequest(Upload));

        // Assert
        Assert.Equal(CaseState.Rejected, state);
        Assert.Equal(4, steps.CountOf(nameof(AdvanceReview)));
    }

    [Fact]
    public void Run_ReviewOfManyRounds_ContinuesWithAFreshHistoryAndOpensTheCaseOnce()
    {
        // Arrange
        var steps = Steps.With(verdict: ReviewVerdict.Approve, looksWithoutVerdict: 120);

        // Act
        var state = steps.Run(new ModerationRequest(Upload));

        // Assert
        Assert.Equal(CaseState.Published, state);
        Assert.Single(steps.Calls, nameof(OpenCase));
        Assert.Equal(121, steps.CountOf(nameof(AdvanceReview)));
    }

    [Fact]
    public void Run_WokenByTheEvent_DoesNotWaitForTheTimer()
    {
        var steps = Steps.With(verdict: ReviewVerdict.Approve, looksWithoutVerdict: 1);
        var began = steps.Time.GetUtcNow();
        var instance = steps.Start(new ModerationRequest(Upload));
        steps.Engine.Settle();

        steps.Engine.Raise(instance, CaseOrchestration.Decided);
        steps.Engine.Settle();

        Assert.Equal(CaseState.Published, instance.Result<CaseState>());
        Assert.Equal(began, steps.Time.GetUtcNow());
    }

    [Fact]
    public void Run_EventWhileTheHistoryIsStartedAfresh_IsNotLost()
    {
        var steps = Steps.With(verdict: ReviewVerdict.Approve, looksWithoutVerdict: 51);
        var instance = steps.Start(new ModerationRequest(Upload));
        steps.Engine.Activity(nameof(AdvanceReview), call =>
        {
            // Raised twice while the last round of a history runs: one resumes it, the other is for the next history.
            steps.Engine.Raise(instance, CaseOrchestration.Decided);
            return new ReviewProgress(instance.Execution == 2 ? ReviewVerdict.Approve : null, steps.Time.GetUtcNow().AddHours(1));
        });

        steps.Engine.Run();

        Assert.Equal(2, instance.Execution);
        Assert.Equal(CaseState.Published, instance.Result<CaseState>());
    }

    [Fact]
    public void Run_DecisionThatMayBeUndone_IsCarriedOutAtOnceAndWaitedOn()
    {
        // Arrange
        var until = DateTimeOffset.UnixEpoch;
        var steps = Steps.With(
            review: look => look == 1 ? new(ReviewVerdict.Approve, until, Revocable: true) : new(ReviewVerdict.Approve, until));

        // Act
        var state = steps.Run(new ModerationRequest(Upload, Poisoned: true));

        // Assert
        Assert.Equal(CaseState.Published, state);
        Assert.Equal([nameof(AdvanceReview), nameof(Publish), nameof(AdvanceReview), nameof(Publish)], steps.Calls.TakeLast(4));
    }

    [Fact]
    public void Run_DecisionUndone_BringsTheVideoBackAndWaitsForAnother()
    {
        // Arrange
        ReviewProgress[] looks =
        [
            new(ReviewVerdict.Approve, DateTimeOffset.UnixEpoch, Revocable: true),
            new(null, DateTimeOffset.UnixEpoch, AwaitsReturn: true),
            new(null, DateTimeOffset.UnixEpoch),
            new(ReviewVerdict.Reject, DateTimeOffset.UnixEpoch),
        ];
        var steps = Steps.With(review: look => looks[look - 1]);

        // Act
        var state = steps.Run(new ModerationRequest(Upload, Poisoned: true));

        // Assert
        Assert.Equal(CaseState.Rejected, state);
        Assert.Equal(
            [nameof(Publish), nameof(AdvanceReview), nameof(ReturnToQuarantine), nameof(AdvanceReview), nameof(AdvanceReview),
                nameof(Reject)],
            steps.Calls.TakeLast(6));
    }

    [Fact]
    public void Run_RoundThatAnAppealOpened_IsAboutItsCaseAndNothingElse()
    {
        // Arrange
        var steps = Steps.With(verdict: ReviewVerdict.Approve, looksWithoutVerdict: 1);

        // Act
        var state = steps.Run(new ModerationRequest(Upload, InReview: true, CaseId: "the-case"));

        // Assert
        Assert.Equal(CaseState.Published, state);
        Assert.Equal([nameof(AdvanceReview), nameof(AdvanceReview), nameof(Publish)], steps.Calls);
        Assert.Equal(["the-case"], steps.Inputs.Distinct());
    }

    private static AnalyzeVideoOutput Busy(int seconds) => AnalyzeVideoOutput.NoPlace(TimeSpan.FromSeconds(seconds));
}
