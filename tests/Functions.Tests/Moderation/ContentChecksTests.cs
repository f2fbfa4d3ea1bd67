using System.Text.Json;
using AiLabels.Pixels.Visible.Results;
using VideoGate.Cases;
using VideoGate.Cases.Orchestration;
using VideoGate.Moderation;
using VideoGate.Safety;

namespace VideoGate.Tests.Moderation;

/// <summary>The part of the orchestration that checks content, on Microsoft's replay with a virtual clock.</summary>
public sealed class ContentChecksTests
{
    private static readonly ModerationRequest Request =
        new(new("video.mp4", "\"0x1\"", 1000, "video/mp4", new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)));

    [Fact]
    public void Run_SafetyAwayForAWhile_IsAskedAgainUntilItAnswers()
    {
        // Arrange
        var steps = Steps.With(frames: attempt => attempt < 8 ? Away() : Steps.Safe, decision: DecisionOutcome.Publish);

        // Act
        steps.Run(Request);

        // Assert
        Assert.Equal(8, steps.CountOf(nameof(AnalyzeFrames)));
        Assert.Null(steps.Decided!.Content!.Frames!.Outage);
    }

    [Fact]
    public void Run_SafetyAwayForGood_IsDecidedAsUnavailableWhenPatienceEnds()
    {
        // Arrange
        var steps = Steps.With(frames: _ => Away(), verdict: ReviewVerdict.Reject);
        var began = steps.Time.GetUtcNow();

        // Act
        steps.Run(Request);

        // Assert
        Assert.Equal(SafetyState.Unavailable, SafetySummaryBuilder.Of(steps.Decided!.Content!.Frames, steps.Decided.Content.Texts).State);
        Assert.InRange(steps.Time.GetUtcNow() - began, TimeSpan.FromMinutes(58), TimeSpan.FromMinutes(61));
        Assert.DoesNotContain(nameof(AnalyzeText), steps.Calls);
    }

    [Fact]
    public void Run_ServiceSaysWhenToComeBack_IsNotAskedEarlier()
    {
        // Arrange
        var steps = Steps.With(
            texts: attempt => attempt == 1 ? Away(TimeSpan.FromMinutes(20)) : Steps.Safe, decision: DecisionOutcome.Publish);
        var began = steps.Time.GetUtcNow();

        // Act
        steps.Run(Request);

        // Assert
        Assert.Equal(2, steps.CountOf(nameof(AnalyzeText)));
        Assert.True(steps.Time.GetUtcNow() - began >= TimeSpan.FromMinutes(20));
    }

    [Fact]
    public void Run_ServiceAsksForMoreThanThePatience_IsNotWaitedFor()
    {
        // Arrange
        var steps = Steps.With(frames: _ => Away(TimeSpan.FromHours(2)), verdict: ReviewVerdict.Reject);

        // Act
        steps.Run(Request);

        // Assert
        Assert.Single(steps.Calls, nameof(AnalyzeFrames));
    }

    [Fact]
    public void Run_AnalysisFailsForAnotherReason_IsAnOutageAndNeverSafe()
    {
        // Arrange
        var steps = Steps.With(texts: _ => throw new FormatException("unheard of"), verdict: ReviewVerdict.Reject);

        // Act
        steps.Run(Request);

        // Assert
        Assert.Equal("unheard of", steps.Decided!.Content!.Texts!.Outage!.Reason);
        Assert.Equal(5, steps.CountOf(nameof(AnalyzeText)));
    }

    [Fact]
    public void Run_PicturesCannotBeLookedAt_IsUndecodableAndNotChecked()
    {
        var steps = Steps.With(look: _ => throw new FormatException("unheard of"), verdict: ReviewVerdict.Reject);

        steps.Run(Request);

        var content = steps.Decided!.Content!;
        Assert.Equal((ExplicitLabelCompliance.Undecodable, null), (content.ExplicitLabel.Compliance, content.Frames));
        Assert.Equal(["unheard of"], content.ExplicitLabel.Problems);
        Assert.Equal(SafetyState.NotChecked, SafetySummaryBuilder.Of(content.Frames, content.Texts).State);
    }

    [Fact]
    public void Run_NoFrameToAskAbout_AsksAboutTheTextsAlone()
    {
        // Arrange
        var steps = Steps.With(look: _ => AnalyzeVideoOutput.Nothing("undecodable"), verdict: ReviewVerdict.Reject);

        // Act
        steps.Run(Request);

        // Assert
        Assert.DoesNotContain(nameof(AnalyzeFrames), steps.Calls);
        Assert.Contains(nameof(AnalyzeText), steps.Calls);
    }

    [Fact]
    public void Run_AudioLabelHeard_ReachesTheDecision()
    {
        // Arrange
        var steps = Steps.With(
            look: _ => new(new() { Compliance = ExplicitLabelCompliance.Missing }, Frames: 1, AudioLabel.Present),
                verdict: ReviewVerdict.Reject);

        // Act
        steps.Run(Request);

        // Assert
        Assert.Equal(AudioLabel.Present, steps.Decided!.Content!.AudioLabel);
    }

    [Fact]
    public void Payload_OfTheFullestDecision_StaysBelow8Kibibytes()
    {
        var hits = Enumerable.Repeat(new SafetyHit(UnsafeCategory.Blocklist, Text: "description", Blocklist: new string('x', 64)), 100);
        var label = new VisibleLabelSummary(
            "vendorTrace", ExplicitLabelCompliance.Incomplete, new string('视', 48), 0.05, 1000.25, 1000.25, "corner", 0.99, "Generator",
                new Box(1000, 1000, 1000, 1000));
        var check = SafetyCheck.Of([], hits, new SafetyOutage(new string('x', 100)));
        var input = new DecideInput(
            new string('a', 26),
            new InspectVideoOutput { Labels = Steps.Clean.Labels! with { Problems = [.. Enumerable.Repeat("container.problem", 32)] } },
            new ContentChecks(
                new ExplicitLabelSummary { Compliance = ExplicitLabelCompliance.Incomplete, Labels = [label, label, label, label] }, check,
                    check));

        Assert.InRange(JsonSerializer.SerializeToUtf8Bytes(input).Length, 1, 8 * 1024);
    }

    private static SafetyCheck Away(TimeSpan? retryAfter = null) =>
        new() { Outage = new("Content Safety answered 429.", retryAfter, MaxWait: TimeSpan.FromHours(1)) };
}
