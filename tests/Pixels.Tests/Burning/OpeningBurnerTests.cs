using AiLabels.Pixels.Burning;
using AiLabels.Pixels.Tests.Frames;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Pixels.Tests.Burning;

/// <summary>Labels for the first seconds of videos that other encoders made.</summary>
[Trait("Needs", "minutes")]
public sealed class OpeningBurnerTests : IDisposable
{
    private const string Picture = "testsrc2=size=320x180:rate=25:duration=8";
    private static readonly BurnOrder ForThreeSeconds = new(LabelText.Chinese, TimeSpan.FromSeconds(3));

    private readonly Clips _clips = new();

    [Theory]
    [InlineData("-preset medium -g 50 -b_strategy 0 -bf 3 -x264-params b-pyramid=normal")]
    [InlineData("-preset slow -g 60 -bf 8 -refs 5 -x264-params b-pyramid=strict:weightp=2")]
    [InlineData("-preset ultrafast -g 48 -bf 0")]
    [InlineData("-tune zerolatency -g 30")]
    [InlineData("-preset veryfast -g 150 -keyint_min 100")]
    [InlineData("-preset veryfast -profile:v baseline -g 50")]
    [InlineData("-preset veryfast -profile:v main -g 50 -bf 2")]
    [InlineData("-preset veryfast -g 1")]
    [InlineData("-preset veryfast -g 50 -x264-params aud=1:slices=4:nal-hrd=vbr:vbv-maxrate=2000:vbv-bufsize=2000:repeat-headers=1")]
    [InlineData("-preset veryfast -g 50 -x264-params sps-id=31:cabac=0:deblock=-1,1")]
    [InlineData("-preset veryfast -g 50 -movflags +faststart")]
    [InlineData("-preset veryfast -g 50 -movflags negative_cts_offsets")]
    [InlineData("-preset veryfast -g 50 -use_editlist 0")]
    [InlineData("-preset veryfast -g 50 -vf setsar=4/3")]
    [InlineData("-preset veryfast -g 50 -vf scale=out_range=full -pix_fmt yuvj420p")]
    [InlineData("-preset veryfast -g 50 -color_primaries bt709 -color_trc bt709 -colorspace bt709 -color_range tv")]
    [InlineData("-preset veryfast -g 50 -video_track_timescale 600")]
    [InlineData("-preset veryfast -g 20 -vf select='not(mod(n\\,3))+lt(n\\,40)' -fps_mode vfr")]
    public async Task Burn_AnyEncoderSettings_KeepTheRest(string settings)
    {
        // Arrange
        var source = await SoundedAsync("a.mp4", settings);

        // Act
        var burnt = await BurntClip.MakeAsync(_clips, source, ForThreeSeconds);

        // Assert
        Assert.Equal((BurnExtent.Opening, null), (burnt.Effort.Encoded, burnt.Effort.WholeBecause));
        await ComparedClips.AssertRestIsKeptAsync(source, burnt.Path, burnt.Effort.Time);
        await ComparedClips.AssertSeekingAsync(source, burnt.Path, burnt.Effort.Time.TotalSeconds);
        Assert.True(burnt.Label.Conformance.Passed, burnt.Label.Conformance.ToString());
        Assert.InRange(burnt.Label.Shown.TotalSeconds, 2.7, 3.4);
        Assert.Equal(TimeSpan.Zero, burnt.Label.FirstSeen);
    }

    [Theory]
    [InlineData("-metadata:s:v rotate=90", 180, 320)]
    [InlineData("-metadata:s:v rotate=180", 320, 180)]
    [InlineData("-metadata:s:v rotate=270", 180, 320)]
    public async Task Burn_TurnedPictures_ShowAnUprightLabelAndStayTurned(string turn, int width, int height)
    {
        // Arrange
        var lying = await SoundedAsync("lying.mp4", "-preset veryfast -g 50");
        var source = await _clips.RunAsync("a.mp4", ["-i", lying, "-c", "copy", .. turn.Split(' ')]);

        // Act
        var burnt = await BurntClip.MakeAsync(_clips, source, ForThreeSeconds with { Corner = LabelCorner.BottomRight });

        // Assert
        Assert.Equal(BurnExtent.Opening, burnt.Effort.Encoded);
        await ComparedClips.AssertRestIsKeptAsync(source, burnt.Path, burnt.Effort.Time);
        Assert.Equal((width, height), (burnt.Seen.Width, burnt.Seen.Height));
        Assert.True(burnt.Label.Conformance.Passed, burnt.Label.Conformance.ToString());
        Assert.True(burnt.Label.Box.X > width / 3 && burnt.Label.Box.Y > height / 2, burnt.Label.Box.ToString());
    }

    [Theory]
    [InlineData("a.mp4", ContainerFormat.IsoBmff, "-map 0:v -map 1:a -map 1:a -c:a aac")]
    [InlineData("a.mp4", ContainerFormat.IsoBmff, "-map 0:v -map 1:a -c:a ac3")]
    [InlineData("a.mp4", ContainerFormat.IsoBmff, "-map 0:v")]
    [InlineData("a.mov", ContainerFormat.QuickTime, "-map 0:v -map 1:a -c:a aac")]
    public async Task Burn_AnySound_IsKept(string name, ContainerFormat format, string sound)
    {
        // Arrange
        var source = await _clips.MakeAsync(
            name, Picture,
            [
                "-itsoffset", "0.5", "-f", "lavfi", "-i", "sine=440:duration=7", "-pix_fmt", "yuv420p", "-c:v", "libx264", "-preset",
                "veryfast", "-g", "50", .. sound.Split(' '),
            ]);

        // Act
        var burnt = await BurntClip.MakeAsync(_clips, source, ForThreeSeconds, format);

        // Assert
        Assert.Equal((BurnExtent.Opening, null), (burnt.Effort.Encoded, burnt.Effort.WholeBecause));
        await ComparedClips.AssertRestIsKeptAsync(source, burnt.Path, burnt.Effort.Time);
    }

    [Theory]
    [InlineData("a.mp4", "-c:v libx264 -preset ultrafast -g 300", "within 15 seconds")]
    [InlineData("a.mp4", "-c:v libx264 -preset veryfast -g 40 -x264-params open-gop=1:bframes=3:b-adapt=0", "within 15 seconds")]
    [InlineData("a.mp4", "-c:v libx264 -preset ultrafast -g 50 -movflags frag_keyframe+empty_moov", "fragmented")]
    [InlineData("a.mp4", "-c:v libx264 -preset veryfast -g 50 -pix_fmt yuv420p10le", "8-bit")]
    [InlineData("a.mp4", "-c:v libx264 -preset veryfast -g 50 -pix_fmt yuv444p", "8-bit")]
    [InlineData("a.mp4", "-c:v libx264 -preset veryfast -g 50 -flags +ilme+ildct", "interlaced")]
    [InlineData("a.mp4", "-c:v mpeg4 -g 50", "not H.264")]
    [InlineData("a.mkv", "-c:v libx264 -preset ultrafast -g 50", "neither MP4")]
    public async Task Burn_RestThatCannotBeKept_EncodesAllAndSaysWhy(string name, string settings, string because)
    {
        // Arrange
        var source = await _clips.MakeAsync(name, Picture, ["-pix_fmt", "yuv420p", .. settings.Split(' ')]);

        // Act
        var burnt = await BurntClip.MakeAsync(
            _clips, source, ForThreeSeconds, name == "a.mkv" ? ContainerFormat.Matroska : ContainerFormat.IsoBmff);

        // Assert
        Assert.Equal(BurnExtent.WholeVideo, burnt.Effort.Encoded);
        Assert.Contains(because, burnt.Effort.WholeBecause, StringComparison.Ordinal);
        Assert.Equal(8, burnt.Effort.Time.TotalSeconds, 0.1);
        Assert.True(burnt.Effort.CpuTime > TimeSpan.Zero);
        Assert.True(burnt.Label.Conformance.Passed, burnt.Label.Conformance.ToString());
    }

    /// <remarks>Players that know the message turn the rest, and would not turn an opening without it.</remarks>
    [Fact]
    public async Task Burn_PicturesTurnedByAMessage_AreNotSpliced()
    {
        // Arrange
        using var source = new FileByteSource(await SoundedAsync(
            "a.mp4", "-preset ultrafast -g 50 -bsf:v h264_metadata=display_orientation=insert:rotate=90"));

        // Act
        var unsuitable = await Assert.ThrowsAsync<Pixels.Burning.Splicing.UnsuitableException>(
            () => new OpeningBurner(source, new()).BurnAsync(ForThreeSeconds, TimeSpan.FromSeconds(3), default));

        // Assert
        Assert.Contains("turned by a message", unsuitable.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Burn_LongerThanAWholeVideoMayBe_EncodesAnOpeningAndNothingElse()
    {
        // Arrange
        using var kept = new FileByteSource(await SoundedAsync("kept.mp4", "-preset ultrafast -g 50"));
        using var other = new FileByteSource(await SoundedAsync("other.mp4", "-preset ultrafast -g 300"));
        var burner = new LabelBurner(new() { MaxWhole = TimeSpan.FromSeconds(5) });

        // Act
        var opening = await burner.BurnAsync(kept, ContainerFormat.IsoBmff, ForThreeSeconds);
        using var video = opening.Video;
        var refused = await burner.BurnAsync(other, ContainerFormat.IsoBmff, ForThreeSeconds);
        var throughout = await burner.BurnAsync(kept, ContainerFormat.IsoBmff, ForThreeSeconds with { Shown = null });

        // Assert
        Assert.Equal(4, opening.Effort!.Time.TotalSeconds, 0.05);
        Assert.Equal(("burn.tooLong", "burn.tooLong"), (refused.Problem!.Code, throughout.Problem!.Code));
        Assert.Contains("independent", refused.Problem.Message, StringComparison.Ordinal);
    }

    /// <remarks>Damage of the index and of what it describes: an outcome, and bounded, whatever it is.</remarks>
    [Fact]
    public async Task Burn_DamagedIndex_NeverThrows()
    {
        // Arrange
        var source = await File.ReadAllBytesAsync(await _clips.MakeAsync(
            "a.mp4", "testsrc2=size=64x64:rate=5:duration=5", "-pix_fmt", "yuv420p", "-c:v", "libx264", "-preset", "ultrafast", "-g",
            "16"));
        var index = source.AsSpan().IndexOf("moov"u8);
        var random = new Random(5);
        var limits = new BurnOptions { Program = new() { Time = TimeSpan.FromSeconds(10) }, MaxWhole = TimeSpan.Zero };

        for (var round = 0; round < 40; round++)
        {
            var damaged = source.ToArray();
            for (var change = 0; change < 4; change++)
            {
                damaged[random.Next(index, damaged.Length)] = (byte)random.Next(256);
            }

            // Act
            using var file = new FileByteSource(_clips.Write("damaged.mp4", damaged));
            var burner = new OpeningBurner(file, limits);
            var failure = await Record.ExceptionAsync(
                async () => (await burner.BurnAsync(ForThreeSeconds, TimeSpan.FromSeconds(3), default)).Video?.Dispose());

            // Assert
            Assert.True(failure is null or Pixels.Burning.Splicing.UnsuitableException, failure?.ToString());
        }
    }

    private Task<string> SoundedAsync(string name, string settings) => _clips.MakeAsync(
        name, Picture,
        ["-f", "lavfi", "-i", "sine=440:duration=8", "-pix_fmt", "yuv420p", "-c:v", "libx264", .. settings.Split(' '), "-c:a", "aac"]);

    public void Dispose() => _clips.Dispose();
}
