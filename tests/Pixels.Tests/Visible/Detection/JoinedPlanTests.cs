using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Visible.Detection;

namespace AiLabels.Pixels.Tests.Visible.Detection;

public sealed class JoinedPlanTests
{
    [Fact]
    public void Of_ShortVideo_IsOneStretchAsDenseAsItsStart()
    {
        var joined = Assert.Single(JoinedPlan.Of(PlanFor(10)));

        Assert.Equal(
            new FrameRequest(FramePurpose.Start, TimeSpan.Zero, TimeSpan.FromSeconds(10), new SamplingOptions().StartFramesPerSecond),
                joined);
    }

    [Fact]
    public void Of_LongVideo_StaysAsItWasPlanned() => Assert.Equal(PlanFor(60), JoinedPlan.Of(PlanFor(60)));

    private static List<FrameRequest> PlanFor(int seconds) =>
        [.. SamplingPlan.For(TimeSpan.FromSeconds(seconds), new SamplingOptions()).Stretches.Select(static stretch => stretch.Request)];
}
