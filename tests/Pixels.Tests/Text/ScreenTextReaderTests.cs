using AiLabels.Pixels.Tests.Frames;
using AiLabels.Pixels.Tests.Visible;
using AiLabels.Pixels.Text;

namespace AiLabels.Pixels.Tests.Text;

[Trait("Needs", "minutes")]
public sealed class ScreenTextReaderTests : IDisposable
{
    private readonly Clips _clips = new();

    [Theory]
    [InlineData("testsrc2=size=1280x720:rate=5", "fontsize=40:fontcolor=white:borderw=3:x=(w-tw)/2:y=h-90", "saythisword")]
    [InlineData("gradients=size=640x360:rate=5:c0=navy:c1=teal:n=2:seed=1", "fontsize=22:fontcolor=yellow:borderw=2:x=(w-tw)/2:y=h-60",
        "nobodymaysaythisword")]
    [InlineData("color=gray:size=640x360:rate=5,noise=alls=60:allf=t+u",
        "fontsize=24:fontcolor=white:box=1:boxcolor=black:boxborderw=6:x=40:y=120", "nobodymaysay")]
    public async Task ReadAsync_SentenceOnScreen_IsReadEnoughToBeJudged(string background, string style, string expected)
    {
        var text = await ReadAsync(await DrawAsync(background, "0.4", ("nobody may say this word", style)));

        Assert.Contains(expected, string.Concat(text.Lines).Replace(" ", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task ReadAsync_ChineseSentence_IsRead()
    {
        var text = await ReadAsync(
            await DrawAsync(
                "testsrc2=size=1280x720:rate=5", "0.4", ("这个视频的字幕", "fontsize=44:fontcolor=white:borderw=3:x=(w-tw)/2:y=h-100")));

        Assert.Contains("视频的字幕", string.Concat(text.Lines).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadAsync_SubtitlesThatChange_AreEachReadOnce()
    {
        // Arrange
        const string Style = "fontsize=24:fontcolor=white:borderw=2:x=(w-tw)/2:y=h-60";
        var path = await DrawAsync(
            "gradients=size=640x360:rate=5:c0=navy:c1=teal:n=2:seed=1", "6", ("the first of two sentences", Style + ":enable='lt(t,3)'"),
                ("here another one follows", Style + ":enable='gte(t,3)'"));

        // Act
        var text = await ReadAsync(path, new() { MaxFrames = 6 });

        // Assert
        Assert.Single(text.Lines, line => line.Contains("the first of two", StringComparison.OrdinalIgnoreCase));
        Assert.Single(text.Lines, line => line.Contains("another one follows", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task ReadAsync_MoreLinesThanTheBudget_ReadsAsManyAsItAllows()
    {
        // Arrange
        var path = await DrawAsync("color=gray:size=640x360:rate=5", "0.4",
            ("one line\nanother line\na third line\nthe last line", "fontsize=30:line_spacing=30:x=40:y=20"));

        // Act
        var text = await ReadAsync(path, new() { MaxLines = 2 });

        // Assert
        Assert.InRange(text.Lines.Count, 1, 2);
    }

    [Fact]
    public async Task ReadAsync_NoFrame_IsNoText() => Assert.Empty((await new ScreenTextReader(new()).ReadAsync([])).Lines);

    public void Dispose() => _clips.Dispose();

    private static async Task<ScreenText> ReadAsync(string path, ScreenTextOptions? options = null) =>
        await new ScreenTextReader(options ?? new()).ReadAsync((await Decoded.ReadAsync(path, Decoded.Start(6))).Frames);

    private async Task<string> DrawAsync(string background, string seconds, params (string Text, string Style)[] lines)
    {
        var draws = lines.Select((line, index) =>
        {
            var words = _clips.Write($"words{index}.txt", System.Text.Encoding.UTF8.GetBytes(line.Text));
            var font = line.Text.All(char.IsAscii) ? LabelledClips.LatinFont : LabelledClips.ChineseFont;
            return $"drawtext=fontfile='{font}':textfile='{words}':expansion=none:{line.Style}";
        });
        return await _clips.MakeAsync("a.mp4", $"{background},trim=duration={seconds},{string.Join(',', draws)},format=yuv420p", "-c:v",
            "libx264", "-preset", "ultrafast", "-crf", "23");
    }
}
