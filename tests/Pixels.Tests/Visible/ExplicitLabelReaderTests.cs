using AiLabels.Pixels.Visible.Matching;
using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Tests.Visible;

[Trait("Needs", "minutes")]
public sealed class ExplicitLabelReaderTests(LabelledClips clips) : IClassFixture<LabelledClips>
{
    private const string Boxed = "fontsize=24:fontcolor=white:box=1:boxcolor=black@0.6:boxborderw=4";
    private const string BottomRight = "x=w-tw-16:y=h-th-16";
    private const string Noise = "color=gray:s=640x360:r=10,noise=alls=60:allf=t+u";
    private const string Gradient = "gradients=s=640x360:r=10:c0=navy:c1=teal:n=2:seed=1:speed=0.02";

    [Theory]
    [InlineData("AI生成", Boxed + ":" + BottomRight, Noise)]
    [InlineData("AI生成", "fontsize=20:fontcolor=white:borderw=2:x=16:y=16", Gradient)]
    [InlineData("人工智能生成", Boxed + ":x=(w-tw)/2:y=16", "testsrc2=s=640x360:r=10")]
    [InlineData("AI合成", "fontsize=30:fontcolor=black:box=1:boxcolor=white@0.8:boxborderw=6:x=16:y=h-th-16", "testsrc2=s=640x360:r=10")]
    [InlineData("本视频由人工智能生成，仅供参考", Boxed + ":" + BottomRight, Gradient)]
    public async Task ReadAsync_StillLabel_IsRead(string text, string style, string background)
    {
        var labels = await clips.ReadAsync(text, style, background);

        var label = Assert.Single(labels.Labels);
        Assert.Equal(VisibleLabelKind.Label, label.Kind);
        Assert.False(label.Moves);
        Assert.InRange(label.Shown.TotalSeconds, 3.7, 4.3);
    }

    [Fact]
    public async Task ReadAsync_LabelOfTwentyFourPixels_IsMeasuredToATenth()
    {
        var labels = await clips.ReadAsync("AI-generated", Boxed + ":" + BottomRight);

        var label = Assert.Single(labels.Labels);
        // DejaVu Sans rises 0.76 em (the ascender of d) and falls 0.24 em (the descender of g).
        Assert.InRange(label.GlyphHeight, 24 * 0.9, 24 * 1.1);
        Assert.Equal(label.GlyphHeight / 360, label.HeightShare);
        Assert.Equal(VisibleLabelKind.EnglishLabel, label.Kind);
        Assert.Equal(LabelPosition.Corner, label.Position);
        Assert.True(label.Conformance.Passed);
    }

    [Fact]
    public async Task ReadAsync_LabelOfTwelvePixels_FailsTheHeightAlone()
    {
        var labels = await clips.ReadAsync(
            "AI生成", "fontsize=12:fontcolor=white:box=1:boxcolor=black:boxborderw=4:" + BottomRight, Gradient);

        var conformance = Assert.Single(labels.Labels).Conformance;
        Assert.False(conformance.Height.Passed);
        Assert.True(conformance is { Elements.Passed: true, AtStart.Passed: true, Duration.Passed: true });
    }

    [Theory]
    [InlineData("lt(t,1)", 0, 1, true, false)]
    [InlineData("lt(t,2)", 0, 2, true, true)]
    [InlineData("gte(t,2)", 2, 4, false, true)]
    public async Task ReadAsync_LabelForATime_IsTimed(string enable, double from, double to, bool atStart, bool longEnough)
    {
        var labels = await clips.ReadAsync("AI生成", $"{Boxed}:{BottomRight}:enable='{enable}'", Gradient);

        var label = Assert.Single(labels.Labels);
        Assert.InRange(label.FirstSeen.TotalSeconds, from, from + 0.2);
        Assert.InRange(label.Shown.TotalSeconds, to - from - 0.3, to - from + 0.3);
        Assert.Equal(atStart, label.Conformance.AtStart.Passed);
        Assert.Equal(longEnough, label.Conformance.Duration.Passed);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task ReadAsync_ScrollingLabel_IsReadAndMoves(int seed)
    {
        var background = Gradient.Replace("seed=1", $"seed={seed}", StringComparison.Ordinal);

        var labels = await clips.ReadAsync("AI生成", Boxed + ":x='40+100*t':y=h-60", background);

        var label = Assert.Single(labels.Labels);
        Assert.True(label.Moves);
        Assert.InRange(label.Shown.TotalSeconds, 3.7, 4.3);
    }

    [Fact]
    public async Task ReadAsync_WhiteOnYellowAndBlue_IsReadByItsColour()
    {
        const string Halves = "color=yellow:s=640x360:r=10,drawbox=x=320:w=320:h=ih:color=blue:t=fill";

        var labels = await clips.ReadAsync("AI生成", "fontsize=30:fontcolor=white:x=(w-tw)/2:y=(h-th)/2:enable='gte(t,2)'", Halves);

        var label = Assert.Single(labels.Labels);
        Assert.Equal(VisibleLabelKind.Label, label.Kind);
        Assert.InRange(label.Shown.TotalSeconds, 1.7, 2.3);
    }

    [Theory]
    [InlineData("疑似AI生成", "fontsize=58:fontcolor=red:x=w-tw-20:y=h-th-20", "smptehdbars=s=640x360:r=10")]
    [InlineData("本视频由人工智能生成，仅供参考", "fontsize=30:fontcolor=white:x=20:y=(h-th)/2", "smptehdbars=s=1280x720:r=10")]
    [InlineData("本视频由人工智能生成，仅供参考", "fontsize=62:fontcolor=black:borderw=3:bordercolor=white:x=w-tw-20:y=(h-th)/2",
        "mandelbrot=s=320x320:r=25:start_scale=0.6,scale=1280:720,setsar=1")]
    public async Task ReadAsync_LineOverManyGrounds_IsReadToItsEnds(string text, string style, string background)
    {
        var labels = await clips.ReadAsync(text, style, background);

        var label = Assert.Single(labels.Labels);
        Assert.Equal(VisibleLabelKind.Label, label.Kind);
        // All its letters, most of which are as wide as high.
        Assert.InRange(label.Box.Width, text.Length * label.GlyphHeight * 0.8, text.Length * label.GlyphHeight * 1.2);
    }

    [Theory]
    [InlineData("AI合成的声音能听出来吗", "fontsize=58:fontcolor=black:x=(w-tw)/2:y=h-th-20:enable='lt(t,2)'",
        "mandelbrot=s=320x320:r=10:start_scale=0.6,scale=720:720,setsar=1")]
    [InlineData("AI generated images course",
        "fontsize=24:fontcolor=white:borderw=3:bordercolor=black:x=(w-tw)/2:y=h-th-14:enable='lt(t,2)'",
            "testsrc2=s=480x854:r=25,scroll=h=0.03:v=0.01")]
    [InlineData("AI绘画教程", "fontsize=55:fontcolor=black:box=1:boxcolor=white@0.8:boxborderw=6:x=(w-tw)/2:y=h-th-20:enable='lt(t,1)'",
        "smptehdbars=s=854x480:r=10")]
    public async Task ReadAsync_TalkOfWhichAPartIsALabel_IsNoLabel(string text, string style, string background)
    {
        var labels = await clips.ReadAsync(text, style, background);

        Assert.Empty(labels.Labels);
    }

    [Fact]
    public async Task ReadAsync_WordsFarApart_AreOneLine()
    {
        var labels = await clips.ReadAsync("AI生成，仅供参考", "fontsize=24:fontcolor=white:borderw=2:x=16:y=16", Gradient);

        Assert.Equal("AI生成", Assert.Single(labels.Labels).Phrase);
    }

    [Theory]
    [InlineData("fontsize=30:fontcolor=black:borderw=3:bordercolor=white:x=w-tw-15:y=h-th-15", "color=#202028:s=480x480:r=10")]
    [InlineData("fontsize=36:fontcolor=white:shadowx=2:shadowy=2:shadowcolor=black:x=(w-tw)/2:y=h-th-20", Noise)]
    [InlineData("fontsize=24:fontcolor=white:box=1:boxcolor=black@0.6:boxborderw=6:x=w-tw-16:y=(h-th)/2", "testsrc2=s=640x360:r=10")]
    public async Task ReadAsync_LettersOfSeveralParts_AreReadToTheLast(string style, string background)
    {
        var labels = await clips.ReadAsync("AI 合成影片", style, background);

        var label = Assert.Single(labels.Labels);
        Assert.Equal("AI合成", label.Phrase);
        Assert.EndsWith("影片", label.Text.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("画面由AI生成", "fontsize=57:fontcolor=yellow:borderw=2:bordercolor=black:x=w-tw-14:y=14", "testsrc2=s=480x480:r=25")]
    [InlineData("AI合成", "fontsize=35:fontcolor=yellow:borderw=2:bordercolor=black:x=14:y=h-th-14:enable='lt(t,1)'",
        "color=gray:s=480x854:r=25,noise=alls=60:allf=t+u")]
    public async Task ReadAsync_OutlinedLettersOnAnyGround_AreRead(string text, string style, string background)
    {
        var labels = await clips.ReadAsync(text, style, background);

        Assert.Equal(VisibleLabelKind.Label, Assert.Single(labels.Labels).Kind);
    }

    [Fact]
    public async Task ReadAsync_LabelAmongManySpecksOfText_IsRead()
    {
        var labels = await clips.ReadAsync(
            "画面由AI生成", "fontsize=37:fontcolor=white:box=1:boxcolor=gray@0.9:boxborderw=8:x=(w-tw)/2:y=11:enable='gte(t,2)'",
                "testsrc2=s=640x360:r=25,scroll=h=0.03:v=0.01");

        Assert.Equal(VisibleLabelKind.Label, Assert.Single(labels.Labels).Kind);
    }

    [Fact]
    public async Task ReadAsync_OutlinedLetters_AreMeasuredWithoutTheirOutline()
    {
        var labels = await clips.ReadAsync(
            "AI生成", "fontsize=40:fontcolor=black:borderw=3:bordercolor=white:x=w-tw-15:y=h-th-15", "color=#202028:s=480x480:r=10");

        // 生 and 成 of Noto Sans CJK fill about nine tenths of the em.
        Assert.InRange(Assert.Single(labels.Labels).GlyphHeight, 40 * 0.82, 40 * 1.0);
    }

    [Fact]
    public async Task ReadAsync_LabelThatScrollsSlowly_IsNotHiddenByWhatItLeavesBehind()
    {
        // Arrange
        const string Bright = "gradients=s=360x640:r=10:c0=white:c1=skyblue:c2=pink:n=3:seed=1:speed=0.02";

        // Act
        var labels = await clips.ReadAsync(
            "Created with AI", "fontsize=24:fontcolor=black:borderw=3:bordercolor=white:x='(w-tw)*t/5':y=h-40", Bright, seconds: 5);

        // Assert
        Assert.Equal(VisibleLabelKind.EnglishLabel, Assert.Single(labels.Labels).Kind);
    }

    [Fact]
    public async Task ReadAsync_LabelOfOneSecond_IsReadWhereItIsWhole()
    {
        var labels = await clips.ReadAsync("AI-created", "fontsize=41:fontcolor=red:x=w-tw-20:y=(h-th)/2:enable='lt(t,1)'", Noise);

        Assert.Equal(VisibleLabelKind.EnglishLabel, Assert.Single(labels.Labels).Kind);
    }

    [Fact]
    public async Task ReadAsync_LabelThatMovesInItsBox_IsLegible()
    {
        var labels = await clips.ReadAsync(
            "AI-generated", "fontsize=29:fontcolor=white:x='20+30*t':y=h-th-30:box=1:boxcolor=black@0.6:boxborderw=6");

        var label = Assert.Single(labels.Labels);
        Assert.True(label.Moves);
        Assert.True(label.Conformance.Legibility.Passed, $"{label.Conformance.Legibility.Measured}");
    }

    [Fact]
    public async Task ReadAsync_LabelThatDriftsOverTexture_IsReadAndTimed()
    {
        const string Life =
            "life=s=160x160:r=10:mold=10:ratio=0.15:seed=7:death_color=#303060:life_color=#a0d0a0,scale=640:360:flags=neighbor,setsar=1";

        var labels = await clips.ReadAsync(
            "This video is AI-generated", "fontsize=32:fontcolor=white@0.8:x='20+40*t':y=20:enable='gte(t,1)'", Life);

        var label = Assert.Single(labels.Labels);
        Assert.Equal(VisibleLabelKind.EnglishLabel, label.Kind);
        Assert.True(label.Moves);
        Assert.InRange(label.FirstSeen.TotalSeconds, 0.8, 1.2);
        Assert.InRange(label.Shown.TotalSeconds, 2.7, 3.3);
    }

    [Fact]
    public async Task ReadAsync_HoppingMark_IsOneTraceThatMoves()
    {
        var labels = await clips.ReadAsync(
            "KlingAI 3.0", Boxed + ":x='if(lt(mod(t,2),1),20,w-tw-20)':y='if(lt(mod(t,2),1),20,h-60)'", Gradient);

        var label = Assert.Single(labels.Labels);
        Assert.Equal(VisibleLabelKind.VendorTrace, label.Kind);
        Assert.Equal("Kling", label.Generator);
        Assert.True(label.Moves);
        Assert.InRange(label.Shown.TotalSeconds, 3.7, 4.3);
        Assert.False(label.Conformance.Elements.Passed);
    }

    [Theory]
    [InlineData("GENERATED", "x=560-tw/2:y=92")]
    [InlineData("MODIFIED", "x=560-tw/2:y=92")]
    public async Task ReadAsync_LettersAiWithTheWordOfTheEuIcon_AreTheIcon(string word, string place)
    {
        var background = $"{Gradient},drawtext=fontfile='{LabelledClips.LatinFont}':text={word}:fontsize=16:fontcolor=white:{place}";

        var labels = await clips.ReadAsync("AI", "fontsize=60:fontcolor=white:x=560-tw/2:y=40", background);

        var label = Assert.Single(labels.Labels);
        Assert.Equal((VisibleLabelKind.EuIcon, $"AI {word}"), (label.Kind, label.Phrase));
        // The letters are its main element; capitals of DejaVu Sans are 0.73 em high.
        Assert.InRange(label.GlyphHeight, 60 * 0.73 * 0.9, 60 * 0.73 * 1.1);
    }

    [Fact]
    public async Task ReadAsync_LettersAiInABox_AreAMarkAndNotTheIcon()
    {
        var labels = await clips.ReadAsync("AI", "fontsize=30:fontcolor=white:box=1:boxcolor=black@0.6:boxborderw=8:x=16:y=16", Gradient);

        Assert.Equal(VisibleLabelKind.AiMark, Assert.Single(labels.Labels).Kind);
    }

    [Fact]
    public async Task ReadAsync_RedOnGroundAsBright_IsReadAndTimedByItsColour()
    {
        // Red has the luma of this grey: 0.299 * 255.
        var labels = await clips.ReadAsync(
            "AI生成", "fontsize=40:fontcolor=red:x=w-tw-30:y=30:enable='gte(t,2)'", "color=0x4c4c4c:s=640x360:r=10,noise=alls=20:allf=t");

        var label = Assert.Single(labels.Labels);
        Assert.InRange(label.Shown.TotalSeconds, 1.7, 2.3);
        // Noto Sans CJK draws Chinese letters 0.92 em high.
        Assert.InRange(label.GlyphHeight, 40 * 0.92 * 0.85, 40 * 0.92 * 1.15);
    }

    [Theory]
    [InlineData("非AI生成")]
    [InlineData("人工智能课程 第一讲")]
    [InlineData("他用AI生成了一张图")]
    [InlineData("Not AI-generated")]
    [InlineData("12:34:56")]
    public async Task ReadAsync_OtherText_IsNoLabel(string text)
    {
        var labels = await clips.ReadAsync(text, Boxed + ":x=(w-tw)/2:y=h-60");

        Assert.Empty(labels.Labels);
        Assert.NotEqual(0, labels.LinesRead);
    }
}
