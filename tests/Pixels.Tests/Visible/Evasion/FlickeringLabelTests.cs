namespace AiLabels.Pixels.Tests.Visible.Evasion;

/// <summary>Labels that are in the sampled pictures and not in those between, and lawful ones that look similar.</summary>
[Trait("Needs", "minutes")]
public sealed class FlickeringLabelTests(WatchedClips clips) : IClassFixture<WatchedClips>
{
    [Theory]
    [InlineData("eq(mod(n,5),0)")] // one picture of five, those of the usual sampling
    [InlineData("eq(mod(n,2),0)")] // every other picture
    [InlineData("lt(mod(t,1),0.5)")] // half of each second
    [InlineData("not(between(t,1.01,1.19))")] // one gap between two samples
    public async Task ViewAsync_LabelThatBreaksOffAndReturns_IsNotPresent(string enable)
    {
        var labels = await clips.WatchAsync($"{WatchedClips.Picture},{clips.Label(enable)}");

        Seen.NotPresent(labels);
        Assert.All(labels.Labels, static label => Assert.False(label.Conformance.Continuity.Passed));
    }

    [Fact]
    public async Task ViewAsync_LabelInKeyFramesOnly_IsNotPresent()
    {
        var labels = await clips.WatchAsync(
            $"{WatchedClips.Picture},{clips.Label("eq(mod(n,5),0)")}", "-g", "5", "-keyint_min", "5", "-sc_threshold", "0");

        Seen.NotPresent(labels);
    }

    [Fact]
    public async Task ViewAsync_LabelInPicturesOfAMillisecond_IsTooShort()
    {
        const string Times = "setpts='(floor(N/6)*0.2+if(eq(mod(N,6),0),0,0.001+(mod(N,6)-1)*0.0398))/TB'";

        var labels = await clips.WatchAsync(
            $"testsrc2=s=640x360:r=30:d=4,{clips.Label("eq(mod(n,6),0)")},settb=1/90000,{Times}",
            "-fps_mode", "passthrough", "-enc_time_base", "1:90000", "-video_track_timescale", "90000");

        Seen.NotPresent(labels);
        Assert.All(labels.Labels, static label => Assert.InRange(label.Shown.TotalSeconds, 0, 0.1));
    }

    [Fact]
    public async Task ViewAsync_PicturesShorterThanADisplayShows_DependOnThePlayer()
    {
        // 240 pictures a second, of which one of four lacks the label: a display of 60 shows all or none of them.
        var labels = await clips.WatchAsync($"testsrc2=s=640x360:r=240:d=3,{clips.Label("lt(mod(n,4),3)")}");

        Seen.NotPresent(labels);
        Assert.Contains(labels.Problems, static problem => problem.Code == "frames.tooShort");
    }

    [Fact]
    public async Task ViewAsync_LabelClearInSampledPicturesAlone_IsNotPresent()
    {
        var labels = await clips.WatchAsync(
            $"{WatchedClips.Picture},{clips.Text("AI生成", $"{WatchedClips.Ink}:{WatchedClips.Place}:alpha='if(eq(mod(n,5),0),1,0.05)'")}");

        Seen.NotPresent(labels);
    }

    [Fact]
    public async Task ViewAsync_LabelThatFadesInSlowly_IsNotAtTheStart()
    {
        var labels = await clips.WatchAsync(
            $"{WatchedClips.Picture},{clips.Text("AI生成", $"{WatchedClips.Ink}:{WatchedClips.Place}:alpha='min(1,t/3)'")}");

        Seen.NotPresent(labels);
    }

    [Theory]
    [InlineData("testsrc2=s=640x360:r=25:d=4", "lt(t,2)")] // the least that the standard asks for
    [InlineData("testsrc2=s=640x360:r=1:d=5", "1")]
    [InlineData("testsrc2=s=640x360:r=60:d=3", "1")]
    [InlineData("testsrc2=s=640x360:r=240:d=3", "1")] // short pictures hide nothing if all show it
    [InlineData("color=gray:s=640x360:r=25:d=3,noise=alls=60:allf=t+u", "1")]
    [InlineData("testsrc2=s=640x360:r=25:d=4,scroll=h=0.03:v=0.01", "1")]
    [InlineData("testsrc2=s=640x360:r=25:d=4", "not(eq(n,20))")] // one damaged picture
    public async Task ViewAsync_LawfulLabel_IsPresent(string picture, string enable) =>
        Seen.Present(await clips.WatchAsync($"{picture},{clips.Label(enable)}"));

    [Fact]
    public async Task ViewAsync_InterlacedLabel_IsPresent() => Seen.Present(
        await clips.WatchAsync(
            $"testsrc2=s=640x360:r=50:d=4,{clips.Label()},tinterlace=interleave_top,fieldorder=tff", "-flags", "+ildct+ilme"));

    [Theory]
    [InlineData(0.6)]
    [InlineData(1)]
    public async Task ViewAsync_LabelThatFadesInAtOnce_IsPresent(double opacity) => Seen.Present(
        await clips.WatchAsync(FormattableString.Invariant(
            $"{WatchedClips.Picture},{clips.Text("AI生成", $"{WatchedClips.Ink}:{WatchedClips.Place}:alpha='min({opacity},t/0.4+0.1)'")}")));
}
