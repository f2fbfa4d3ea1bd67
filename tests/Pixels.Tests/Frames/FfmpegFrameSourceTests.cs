using AiLabels.Pixels.Frames;

namespace AiLabels.Pixels.Tests.Frames;

public sealed class FfmpegFrameSourceTests : IDisposable
{
    private readonly Clips _clips = new();

    [Theory]
    [InlineData("a.mp4", "libx264")]
    [InlineData("a.mov", "libx264")]
    [InlineData("a.mkv", "libx265")]
    [InlineData("a.webm", "libvpx-vp9")]
    [InlineData("a.avi", "mpeg4")]
    [InlineData("a.flv", "flv")]
    [InlineData("a.ts", "libx264")]
    [InlineData("a.wmv", "wmv2")]
    public async Task ReadAsync_EachContainer_GivesThePictureOfEachTime(string name, string codec)
    {
        var path = await _clips.MakeAsync(name, Clips.Clock("320x180", 6), "-c:v", codec, "-g", "20", "-b:v", "500k");

        var start = await Decoded.ReadAsync(path);
        var end = await Decoded.ReadAsync(path, Decoded.Stretch(4, 2));

        Assert.Empty(start.Problems);
        Assert.Equal(6, start.Duration!.Value.TotalSeconds, 0.15);
        Assert.Equal([0, 0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.4, 1.6, 1.8, 2, 2.2, 2.4, 2.6, 2.8], start.Frames.Select(frame => Math.Round(frame.Time.TotalSeconds, 3)));
        Assert.Equal([4, 4.2, 4.4, 4.6, 4.8, 5, 5.2, 5.4, 5.6, 5.8], end.Frames.Select(frame => Math.Round(frame.Time.TotalSeconds, 3)));
        Assert.All([.. start.Frames, .. end.Frames], frame => Assert.Equal(Clips.ClockLevel(frame.Time), Decoded.Mean(frame.Luma), 2.5));
    }

    [Fact]
    public async Task ReadAsync_Middle_GivesKeyFramesWithTheirOwnTimes()
    {
        var path = await _clips.MakeAsync("a.mp4", Clips.Clock("320x180", 10), "-c:v", "libx264", "-g", "15");

        var middle = await Decoded.ReadAsync(path, Decoded.Middle(3, 6, 3));

        Assert.Equal([3, 6, 7.5], middle.Frames.Select(frame => Math.Round(frame.Time.TotalSeconds, 3)));
        Assert.All(middle.Frames, frame => Assert.Equal(Clips.ClockLevel(frame.Time), Decoded.Mean(frame.Luma), 2.5));
    }

    public void Dispose() => _clips.Dispose();
}
