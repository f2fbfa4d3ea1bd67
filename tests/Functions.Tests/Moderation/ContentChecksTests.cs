using System.Text.Json;
using AiLabels.Pixels.Visible;
using DurableTask.Tests.Harness;
using Serverless.Cases;
using Serverless.Moderation;
using Serverless.Publishing;
using Serverless.Review;
using Serverless.Safety;

namespace Serverless.Tests.Moderation;

/// <summary>The part of the orchestration that looks at content, on the real engine with a clock that jumps.</summary>
public sealed class ContentChecksTests
{
    private static readonly ModerationRequest Request =
        new(new("video.mp4", "\"0x1\"", 1000, "video/mp4", new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)));

    [Fact]
    public async Task Run_SafetyAwayForAWhile_IsAskedAgainUntilItAnswers()
    {
        await using var steps = await Steps.StartAsync(frames: attempt => attempt < 8 ? Away() : Steps.Safe, decision: DecisionOutcome.Publish);

        await steps.RunAsync(Request);

        Assert.Equal(8, steps.Calls.Count(call => call == nameof(AnalyzeFrames)));
        Assert.Null(steps.Decided!.Content!.Frames!.Outage);
    }

    [Fact]
    public async Task Run_SafetyAwayForGood_IsDecidedAsUnavailableWhenPatienceEnds()
    {
        var time = new ManualTime { JumpsToAlarms = true };
        var began = time.GetUtcNow();
        await using var steps = await Steps.StartAsync(frames: _ => Away(), verdict: ReviewVerdict.Reject, time: time);

        await steps.RunAsync(Request);

        Assert.Equal(SafetyState.Unavailable, SafetyJudgement.Of(steps.Decided!.Content!.Frames, steps.Decided.Content.Texts).State);
        Assert.InRange(time.GetUtcNow() - began, TimeSpan.FromMinutes(58), TimeSpan.FromMinutes(61));
        Assert.DoesNotContain(nameof(AnalyzeText), steps.Calls);
    }

    [Fact]
    public async Task Run_ServiceSaysWhenToComeBack_IsNotAskedEarlier()
    {
        var time = new ManualTime { JumpsToAlarms = true };
        var began = time.GetUtcNow();
        await using var steps = await Steps.StartAsync(
            texts: attempt => attempt == 1 ? Away(TimeSpan.FromMinutes(20)) : Steps.Safe, decision: DecisionOutcome.Publish, time: time);

        await steps.RunAsync(Request);

        Assert.Equal(2, steps.Calls.Count(call => call == nameof(AnalyzeText)));
        Assert.True(time.GetUtcNow() - began >= TimeSpan.FromMinutes(20));
    }

    [Fact]
    public async Task Run_ServiceAsksForMoreThanThePatience_IsNotWaitedFor()
    {
        await using var steps = await Steps.StartAsync(frames: _ => Away(TimeSpan.FromHours(2)), verdict: ReviewVerdict.Reject);

        await steps.RunAsync(Request);

        Assert.Single(steps.Calls, nameof(AnalyzeFrames));
    }

    [Fact]
    public async Task Run_AnalysisFailsForAnotherReason_IsAnOutageAndNeverSafe()
    {
        await using var steps = await Steps.StartAsync(texts: _ => throw new FormatException("unheard of"), verdict: ReviewVerdict.Reject);

        await steps.RunAsync(Request);

        Assert.Equal("unheard of", steps.Decided!.Content!.Texts!.Outage!.Reason);
        Assert.Equal(5, steps.Calls.Count(call => call == nameof(AnalyzeText)));
    }

    [Fact]
    public async Task Run_PicturesCannotBeLookedAt_IsUndecodableAndNotChecked()
    {
        await using var steps = await Steps.StartAsync(look: _ => throw new FormatException("unheard of"), verdict: ReviewVerdict.Reject);

        await steps.RunAsync(Request);

        var content = steps.Decided!.Content!;
        Assert.Equal((ExplicitLabel.Undecodable, null), (content.ExplicitLabel.Compliance, content.Frames));
        Assert.Equal(["unheard of"], content.ExplicitLabel.Problems);
        Assert.Equal(SafetyState.NotChecked, SafetyJudgement.Of(content.Frames, content.Texts).State);
    }

    [Fact]
    public async Task Run_NoFrameToAskAbout_AsksAboutTheTextsAlone()
    {
        await using var steps = await Steps.StartAsync(look: _ => LookedAt.Nothing("undecodable"), verdict: ReviewVerdict.Reject);

        await steps.RunAsync(Request);

        Assert.DoesNotContain(nameof(AnalyzeFrames), steps.Calls);
        Assert.Contains(nameof(AnalyzeText), steps.Calls);
    }

    [Fact]
    public async Task Run_CaseFromBeforeContentWasChecked_GoesOnAsItBegan()
    {
        await using var steps = await Steps.StartAsync(decision: DecisionOutcome.Publish, version: "1.0.0");

        await steps.RunAsync(Request);

        Assert.Equal([nameof(OpenCase), nameof(InspectVideo), nameof(DecideCase), nameof(Publish)], steps.Calls);
        Assert.Null(steps.Decided!.Content);
    }

    [Fact]
    public async Task Run_CaseFromBeforeOneLookServedAll_GoesOnAsItBegan()
    {
        await using var steps = await Steps.StartAsync(decision: DecisionOutcome.Publish, version: "1.1.0");

        await steps.RunAsync(Request);

        Assert.Equal([nameof(OpenCase), nameof(InspectVideo)], steps.Calls.Take(2));
        Assert.Equal([nameof(AnalyzeFrames), nameof(ReadExplicitLabels), nameof(SampleFrames)], steps.Calls.Skip(2).Take(3).Order());
        Assert.Equal([nameof(AnalyzeText), nameof(DecideCase), nameof(Publish)], steps.Calls.Skip(5));
        Assert.Equal(1, steps.Decided!.Content!.Frames!.Judged);
    }

    [Fact]
    public async Task Run_AudioLabelHeard_ReachesTheDecision()
    {
        await using var steps = await Steps.StartAsync(
            look: _ => new(new() { Compliance = ExplicitLabel.Missing }, Frames: 1, AudioLabel.Present), verdict: ReviewVerdict.Reject);

        await steps.RunAsync(Request);

        Assert.Equal(AudioLabel.Present, steps.Decided!.Content!.AudioLabel);
    }

    [Fact]
    public void Payload_OfTheFullestDecision_StaysBelow8Kibibytes()
    {
        var hits = Enumerable.Repeat(new SafetyHit(UnsafeCategory.Blocklist, Text: "description", Blocklist: new string('x', 64)), 100);
        var label = new SeenLabel(
            "vendorTrace", ExplicitLabel.Incomplete, new string('视', 48), 0.05, 1000.25, 1000.25, "corner", 0.99, "Generator", new Box(1000, 1000, 1000, 1000));
        var check = SafetyCheck.Of([], hits, new SafetyOutage(new string('x', 100)));
        var input = new DecideInput(
            new string('a', 26),
            new Inspection { Labels = Steps.Clean.Labels! with { Problems = [.. Enumerable.Repeat("container.problem", 32)] } },
            new ContentChecks(new ExplicitLabelSummary { Compliance = ExplicitLabel.Incomplete, Labels = [label, label, label, label] }, check, check));

        Assert.InRange(JsonSerializer.SerializeToUtf8Bytes(input).Length, 1, 8 * 1024);
    }

    private static SafetyCheck Away(TimeSpan? retryAfter = null) =>
        new() { Outage = new("Content Safety answers 429.", retryAfter, Patience: TimeSpan.FromHours(1)) };
}
