using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Tests.Frames;
using AiLabels.Pixels.Visible.Recognition;

namespace AiLabels.Pixels.Tests.Visible.Recognition;

/// <summary>The models find and read text drawn into pictures.</summary>
[Trait("Needs", "minutes")]
public sealed class DrawnTextTests : IDisposable
{
    private const string TestPattern = "testsrc2=s=640x360:r=5";

    private readonly Clips _clips = new();

    [Theory]
    [InlineData("AI生成", "fontsize=24:fontcolor=white:box=1:boxcolor=black@0.6:boxborderw=4:x=w-tw-16:y=h-th-16", TestPattern)]
    [InlineData("AI生成", "fontsize=40:fontcolor=red:x=60:y=60", "color=gray:s=640x360:r=5,noise=alls=60:allf=t+u")]
    [InlineData("画面由AI生成", "fontsize=30:fontcolor=white@0.5:x=60:y=250", "color=#404860:s=640x360:r=5")]
    [InlineData("Made with AI", "fontsize=16:fontcolor=white:borderw=1:x=40:y=300", "gradients=s=640x360:r=5:c0=navy:c1=teal:n=2:seed=1")]
    public async Task Lines_OfDrawnText_AreFoundAndRead(string text, string style, string background)
    {
        // Arrange
        var frame = await DrawAsync(text, style, background);

        // Act
        var read = new List<RecognizedText>();
        foreach (var line in await TextDetector.FindAsync(frame, default))
        {
            read.Add(await TextRecognizer.ReadAsync(frame, line.Box, default));
        }

        // Assert
        Assert.Contains(read, line => Plain(line.Text) == Plain(text) && line.Confidence > 0.7);
    }

    [Fact]
    public async Task Lines_FromTopToBottom_AreReadInTheirOrder()
    {
        // Arrange
        var frame = await DrawAsync("人\n工\n智\n能\n生\n成", "fontsize=36:fontcolor=white:borderw=2:x=40:y=30", TestPattern);

        // Act
        var line = (await TextDetector.FindAsync(frame, default)).MaxBy(line => line.Box.Height)!;
        var read = await TextRecognizer.ReadAsync(frame, line.Box, default);

        // Assert
        Assert.Contains("智能", read.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(34, 18)]
    [InlineData(1280, 16)]
    [InlineData(16, 1280)]
    public async Task Lines_OfPicturesOfAnySize_AreNoneWithoutText(int width, int height) =>
        Assert.Empty(await TextDetector.FindAsync(Pictures.Of((_, _) => 128, width: width, height: height), default));

    [Fact]
    public async Task ReadAsync_CancelledBefore_DoesNotRun() => await Assert.ThrowsAnyAsync<OperationCanceledException>(
        () => TextDetector.FindAsync(Pictures.Flat(128), new CancellationToken(canceled: true)));

    public void Dispose() => _clips.Dispose();

    private static string Plain(string text) => text.Replace(" ", "", StringComparison.Ordinal).Replace('l', 'I');

    private async Task<Frame> DrawAsync(string text, string style, string background)
    {
        var words = _clips.Write("words.txt", System.Text.Encoding.UTF8.GetBytes(text));
        var font = text.All(char.IsAscii) ? LabelledClips.LatinFont : LabelledClips.ChineseFont;
        var path = await _clips.MakeAsync(
            "a.mp4", $"{background},trim=duration=0.4,drawtext=fontfile='{font}':textfile='{words}':expansion=none:{style},format=yuv420p",
            "-c:v", "libx264", "-preset", "ultrafast", "-crf", "23");
        return (await Decoded.ReadAsync(path, Decoded.Start(1))).Frames[0];
    }
}
