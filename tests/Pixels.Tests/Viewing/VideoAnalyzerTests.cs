using AiLabels.Pixels.Audio;
using AiLabels.Pixels.Tests.Frames;
using AiLabels.Pixels.Text;
using AiLabels.Pixels.Viewing;
using AiLabels.Pixels.Visible;
using AiLabels.Pixels.Visible.Matching;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Pixels.Tests.Viewing;

[Trait("Needs", "minutes")]
public sealed class VideoAnalyzerTests : IDisposable
{
    private const string Labelled =
        "drawtext=text=AI-generated:fontsize=h/12:x=w-tw-w/20:y=h-th-h/20:fontcolor=white:box=1:boxcolor=black:boxborderw=8";

    private readonly Clips _clips = new();

    [Fact]
    public async Task ViewAsync_VideoLargerThanItsFrames_BoxesAreInItsPixels()
    {
        // Arrange
        var path = await MakeAsync("testsrc2=size=1920x1080:rate=10:duration=2");

        // Act
        var viewed = await ViewAsync(path, new());

        // Assert
        Assert.Equal((1920, 1080), (viewed.Labels!.Width, viewed.Labels.Height));
        var label = Assert.Single(viewed.Labels.Labels);
        Assert.InRange(label.Box.X + label.Box.Width, 1920 - 96 - 20, 1920 - 96 + 20);
        Assert.InRange(label.GlyphHeight, 90 * 0.85, 90 * 1.15);
        Assert.Equal(label.HeightShare, label.GlyphHeight / 1080, 0.001);
    }

    [Theory]
    [InlineData("90", "1", 1080, 1920)]
    [InlineData("180", "1", 1920, 1080)]
    [InlineData("0", "1/2", 960, 1080)]
    public async Task ViewAsync_TurnedOrSqueezedVideo_HasTheSizeThatIsShown(string rotation, string aspect, int width, int height)
    {
        // Arrange
        var coded = await _clips.MakeAsync(
            "coded.mp4", $"color=gray:size=1920x1080:rate=5:duration=0.4,setsar={aspect}", "-c:v", "libx264", "-preset", "ultrafast");
        var path = await _clips.RunAsync("a.mp4", "-i", coded, "-c", "copy", "-metadata:s:v:0", $"rotate={rotation}");

        // Act
        var labels = (await ViewAsync(path, new())).Labels!;

        // Assert
        Assert.Equal((width, height), (labels.Width, labels.Height));
    }

    [Fact]
    public async Task ViewAsync_EverythingWanted_ComesOfOneLook()
    {
        // Arrange
        var path = await MakeAsync("testsrc2=size=640x360:rate=10:duration=4");

        // Act
        var viewed = await ViewAsync(
            path, new() { KeepFrames = true, ScreenText = new ScreenTextOptions(), Audio = new AudioLabelOptions() });

        // Assert
        Assert.Equal(["start", "end"], viewed.Plan.Stretches.Select(stretch => CamelCase.Name(stretch.Request.Purpose)));
        Assert.Equal(viewed.Distinct.Count, viewed.Frames.Count);
        Assert.InRange(viewed.Frames.Count, 10, 20);
        Assert.Contains(viewed.Text, line => line.Contains("generated", StringComparison.Ordinal));
        Assert.Equal(TimeSpan.Zero, viewed.Audio!.Heard);
        Assert.Empty(viewed.Problems);
        Assert.InRange(viewed.BytesRead, 1, 2 * new FileInfo(path).Length);
    }

    [Fact]
    public async Task ViewAsync_ListeningAlone_NeedsNoPicture()
    {
        // Arrange
        var path = await _clips.RunAsync("a.mp4", "-f", "lavfi", "-i", "sine=duration=2", "-c:a", "aac");
        using var file = new FileByteSource(path);

        // Act
        var viewed = await new VideoAnalyzer(labels: null, new() { Audio = new AudioLabelOptions() }).ViewAsync(
            file, ContainerFormat.IsoBmff);

        // Assert
        Assert.Null(viewed.Labels);
        Assert.Empty(viewed.Audio!.Labels);
        Assert.Empty(viewed.Problems);
    }

    public void Dispose() => _clips.Dispose();

    private static async Task<VideoAnalysis> ViewAsync(string path, VideoAnalysisOptions options)
    {
        using var file = new FileByteSource(path);
        return await new VideoAnalyzer(new ExplicitLabelReader(LabelVocabulary.Default, new()), options).ViewAsync(
            file, ContainerFormat.IsoBmff);
    }

    private Task<string> MakeAsync(string source) =>
        _clips.MakeAsync("a.mp4", $"{source},{Labelled}", "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p");
}
