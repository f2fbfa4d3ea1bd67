using VideoGate.Cases;
using VideoGate.Cases.Orchestration;
using VideoGate.Detectors;
using VideoGate.Moderation;
using VideoGate.Tests.Moderation;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Detectors;

/// <summary>The orchestration with a detector, on virtual time.</summary>
public sealed class DetectorWaitTests
{
    private static readonly UploadedVideo Upload = new("video.mp4", "\"0x1\"", 1000, "video/mp4", TestCases.Opened);

    private readonly List<DetectorInput> _calls = [];

    [Fact]
    public void Run_DetectorAnswersAtTheSecondCall_IsDecidedWithItsScore()
    {
        var steps = With(call => call == 1 ? Away(TimeSpan.FromSeconds(15)) : new([Judged], null, TimeSpan.FromMinutes(15)));

        var state = steps.Run(new ModerationRequest(Upload));

        Assert.Equal(CaseState.Published, state);
        Assert.Equal(Judged, Assert.Single(steps.Decided!.Content!.Detectors!));
        Assert.Equal([1, 2], _calls.Select(call => call.Call));
    }

    [Fact]
    public void Run_DetectorIsAway_WaitsNoLongerThanAllowedThenIsDecidedWithout()
    {
        var steps = With(_ => Away(TimeSpan.FromMinutes(4)));
        var began = steps.Time.GetUtcNow();

        steps.Run(new ModerationRequest(Upload));

        Assert.Equal(DetectorState.Unavailable, Assert.Single(steps.Decided!.Content!.Detectors!).State);
        Assert.Equal(4, _calls.Count);
        Assert.InRange(steps.Time.GetUtcNow() - began, TimeSpan.FromMinutes(12), TimeSpan.FromMinutes(15));
    }

    [Fact]
    public void Run_NoneConfigured_CallsNone()
    {
        var steps = Steps.With(decision: DecisionOutcome.Publish);

        steps.Run(new ModerationRequest(Upload));

        Assert.DoesNotContain(nameof(AskDetectors), steps.Calls);
        Assert.Null(steps.Decided!.Content!.Detectors);
    }

    private static DetectorResult Judged { get; } = new("acme", DetectorState.Judged, 0.93, "acme-2");

    private static DetectorCheck Away(TimeSpan wait) => new([new("acme", DetectorState.Unavailable)], wait, TimeSpan.FromMinutes(15));

    /// <param name="answer">Result of the n-th call, from 1.</param>
    private Steps With(Func<int, DetectorCheck> answer)
    {
        var steps = Steps.With(decision: DecisionOutcome.Publish, opened: new OpenedCase(Steps.Held, AskDetectors: true));
        steps.Engine.Activity(nameof(AskDetectors), call =>
        {
            _calls.Add(call.Input<DetectorInput>());
            return answer(_calls.Count);
        });
        return steps;
    }
}
