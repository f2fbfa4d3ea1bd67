using AiLabels.Pixels.Frames;

namespace AiLabels.Pixels.Tests.Frames;

public sealed class SamplingPlanTests
{
    private static readonly SamplingOptions Options = new();

    [Theory]
    [InlineData(1, 12)]
    [InlineData(10, 30)]
    [InlineData(60, 62)]
    [InlineData(6000, 120)]
    public void For_Length_MiddleGrowsLikeARoot(double minutes, int keyFrames)
    {
        var plan = SamplingPlan.For(TimeSpan.FromMinutes(minutes) + Options.Start + Options.End, Options);

        var middle = Assert.Single(plan.Stretches, stretch => stretch.Request.Purpose == FramePurpose.Middle).Request;
        Assert.Equal(keyFrames, middle.Duration.TotalSeconds * middle.FramesPerSecond, 0.001);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(3)]
    [InlineData(10)]
    [InlineData(16)]
    [InlineData(3600)]
    public void For_AnyLength_StretchesFollowEachOtherToTheEnd(double seconds)
    {
        var plan = SamplingPlan.For(TimeSpan.FromSeconds(seconds), Options);

        var at = TimeSpan.Zero;
        Assert.All(plan.Stretches, stretch =>
        {
            Assert.Equal(at, stretch.Request.From);
            Assert.True(stretch.Request.Duration > TimeSpan.Zero);
            Assert.NotEmpty(stretch.Reason);
            at += stretch.Request.Duration;
        });
        Assert.Equal(TimeSpan.FromSeconds(seconds), at);
    }

    [Fact]
    public void For_Start_IsDenseForThreeSeconds()
    {
        var plan = SamplingPlan.For(TimeSpan.FromMinutes(5), Options);

        Assert.Equal(new FrameRequest(FramePurpose.Start, TimeSpan.Zero, TimeSpan.FromSeconds(3), 5), plan.Stretches[0].Request);
    }

    [Fact]
    public void For_ShortVideo_IsSeenWhole()
    {
        var plan = SamplingPlan.For(TimeSpan.FromSeconds(10), Options);

        Assert.Equal([FramePurpose.Start, FramePurpose.End], plan.Stretches.Select(stretch => stretch.Request.Purpose));
        Assert.Equal(new FrameRequest(FramePurpose.End, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(7), 2.5), plan.Stretches[1].Request);
    }

    [Fact]
    public void For_UnknownLength_LooksAsFarAsReadingGoes()
    {
        var plan = SamplingPlan.For(null, Options);

        Assert.Equal([FramePurpose.Start, FramePurpose.Middle], plan.Stretches.Select(stretch => stretch.Request.Purpose));
    }
}
