using AiLabels;
using DurableTask.Tests.Harness;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Serverless.Cases;
using Serverless.Moderation;
using Serverless.Publishing;
using Serverless.Review;
using Serverless.Safety;
using Serverless.Storage;

namespace Serverless.Tests.Moderation;

/// <summary>The orchestration on the real engine, with activities that are told what to answer and a clock that jumps.</summary>
public sealed class ModerateVideoTests
{
    private static readonly UploadedVideo Upload = new("video.mp4", "\"0x1\"", 1000, "video/mp4", new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task Run_PolicyPublishes_EndsPublishedWithoutAReview()
    {
        await using var steps = await Steps.StartAsync(decision: DecisionOutcome.Publish);

        var state = await steps.RunAsync(new ModerationRequest(Upload));

        Assert.Equal(CaseState.Published, state);
        Assert.Equal(
            [nameof(OpenCase), nameof(InspectVideo), nameof(LookAtVideo), nameof(AnalyzeFrames), nameof(AnalyzeText), nameof(DecideCase), nameof(Publish)],
            steps.Calls);
    }

    [Fact]
    public async Task Run_InspectionFailsFiveTimes_IsQuarantinedWithTheReason()
    {
        await using var steps = await Steps.StartAsync(inspect: _ => throw new FormatException("unheard of"), verdict: ReviewVerdict.Reject);

        var state = await steps.RunAsync(new ModerationRequest(Upload));

        Assert.Equal(CaseState.Rejected, state);
        Assert.Equal(5, steps.Calls.Count(call => call == nameof(InspectVideo)));
        Assert.Equal("unheard of", steps.Decided!.Inspection.Failure);
    }

    [Fact]
    public async Task Run_StorageAwayForLong_IsWaitedOutAndNotHeldAgainstTheFile()
    {
        await using var steps = await Steps.StartAsync(
            inspect: attempt => attempt < 20 ? throw new StorageOutageException("away", new IOException()) : Steps.Clean,
            decision: DecisionOutcome.Publish);

        var state = await steps.RunAsync(new ModerationRequest(Upload));

        Assert.Equal(CaseState.Published, state);
        Assert.Equal(20, steps.Calls.Count(call => call == nameof(InspectVideo)));
    }

    [Fact]
    public async Task Run_PoisonedUpload_IsNeverInspected()
    {
        await using var steps = await Steps.StartAsync(verdict: ReviewVerdict.Approve);

        var state = await steps.RunAsync(new ModerationRequest(Upload, Poisoned: true));

        Assert.Equal(CaseState.Published, state);
        Assert.DoesNotContain(nameof(InspectVideo), steps.Calls);
        Assert.NotNull(steps.Decided!.Inspection.Failure);
    }

    [Fact]
    public async Task Run_UploadReplacedMeanwhile_EndsSupersededUndecided()
    {
        await using var steps = await Steps.StartAsync(inspect: _ => new Inspection { Superseded = true });

        var state = await steps.RunAsync(new ModerationRequest(Upload));

        Assert.Equal(CaseState.Superseded, state);
        Assert.DoesNotContain(nameof(DecideCase), steps.Calls);
    }

    [Fact]
    public async Task Run_EventOfTheDecisionIsLost_TheNextTimerFindsIt()
    {
        await using var steps = await Steps.StartAsync(verdict: ReviewVerdict.Reject, looksWithoutVerdict: 3);

        var state = await steps.RunAsync(new ModerationRequest(Upload));

        Assert.Equal(CaseState.Rejected, state);
        Assert.Equal(4, steps.Calls.Count(call => call == nameof(AdvanceReview)));
    }

    [Fact]
    public async Task Run_ReviewOfManyRounds_ContinuesWithAFreshHistoryAndOpensTheCaseOnce()
    {
        await using var steps = await Steps.StartAsync(verdict: ReviewVerdict.Approve, looksWithoutVerdict: 120);

        var state = await steps.RunAsync(new ModerationRequest(Upload));

        Assert.Equal(CaseState.Published, state);
        Assert.Single(steps.Calls, nameof(OpenCase));
        Assert.Equal(121, steps.Calls.Count(call => call == nameof(AdvanceReview)));
    }

    [Fact]
    public async Task Run_WokenByTheEvent_DoesNotWaitForTheTimer()
    {
        await using var steps = await Steps.StartAsync(verdict: ReviewVerdict.Approve, looksWithoutVerdict: 1, time: new ManualTime());
        var id = await steps.ScheduleAsync(new ModerationRequest(Upload));
        await Eventually.True(() => steps.Calls.Contains(nameof(AdvanceReview)));

        await steps.Host.Client.RaiseEventAsync(id, ReviewEvents.Decided);

        Assert.Equal(CaseState.Published, (await steps.Host.EndAsync(id)).ReadOutputAs<CaseState>());
    }

    [Fact]
    public async Task Run_DecisionThatMayBeUndone_IsCarriedOutAtOnceAndWaitedOn()
    {
        var until = DateTimeOffset.UnixEpoch;
        await using var steps = await Steps.StartAsync(
            review: look => look == 1 ? new(ReviewVerdict.Approve, until, Revocable: true) : new(ReviewVerdict.Approve, until));

        var state = await steps.RunAsync(new ModerationRequest(Upload, Poisoned: true));

        Assert.Equal(CaseState.Published, state);
        Assert.Equal([nameof(AdvanceReview), nameof(Publish), nameof(AdvanceReview), nameof(Publish)], steps.Calls.TakeLast(4));
    }

    [Fact]
    public async Task Run_DecisionUndone_BringsTheVideoBackAndWaitsForAnother()
    {
        ReviewStep[] looks =
        [
            new(ReviewVerdict.Approve, DateTimeOffset.UnixEpoch, Revocable: true),
            new(null, DateTimeOffset.UnixEpoch, AwaitsReturn: true),
            new(null, DateTimeOffset.UnixEpoch),
            new(ReviewVerdict.Reject, DateTimeOffset.UnixEpoch),
        ];
        await using var steps = await Steps.StartAsync(review: look => looks[look - 1]);

        var state = await steps.RunAsync(new ModerationRequest(Upload, Poisoned: true));

        Assert.Equal(CaseState.Rejected, state);
        Assert.Equal(
            [nameof(Publish), nameof(AdvanceReview), nameof(ReturnToQuarantine), nameof(AdvanceReview), nameof(AdvanceReview), nameof(Reject)],
            steps.Calls.TakeLast(6));
    }

    [Fact]
    public async Task Run_RoundThatAnAppealOpened_IsAboutItsCaseAndNothingElse()
    {
        await using var steps = await Steps.StartAsync(verdict: ReviewVerdict.Approve, looksWithoutVerdict: 1);

        var state = await steps.RunAsync(new ModerationRequest(Upload, InReview: true, CaseId: "the-case"));

        Assert.Equal(CaseState.Published, state);
        Assert.Equal([nameof(AdvanceReview), nameof(AdvanceReview), nameof(Publish)], steps.Calls);
        Assert.Equal(["the-case"], steps.Inputs.Distinct());
    }

    [Theory]
    [InlineData("1.0.0")]
    [InlineData("1.1.0")]
    public async Task Run_ReviewFromBeforeDecisionsCouldBeUndone_EndsWithItsEffect(string version)
    {
        await using var steps = await Steps.StartAsync(verdict: ReviewVerdict.Approve, version: version);

        await steps.RunAsync(new ModerationRequest(Upload, Poisoned: true));

        Assert.Equal([nameof(OpenCase), nameof(DecideCase), nameof(Quarantine), nameof(AdvanceReview), nameof(Publish)], steps.Calls);
    }
}
