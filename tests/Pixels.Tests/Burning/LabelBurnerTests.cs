using AiLabels.Pixels.Burning;
using AiLabels.Pixels.Programs;
using AiLabels.Pixels.Tests.Frames;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Pixels.Tests.Burning;

[Trait("Needs", "minutes")]
public sealed class LabelBurnerTests : IDisposable
{
    private const string Picture = "testsrc2=size=640x360:rate=25:duration=5";
    private static readonly BurnOrder ForThreeSeconds = new(LabelText.Chinese, TimeSpan.FromSeconds(3));
    private static readonly BurnOrder Throughout = new(LabelText.English, null);
    private static readonly string[] WithSound =
        ["-f", "lavfi", "-i", "sine=440:duration=5", "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"];

    private readonly Clips _clips = new();

    [Fact]
    public async Task Burn_ForThreeSeconds_ShowsAConformingLabelThatEnds()
    {
        // Arrange
        var source = await _clips.MakeAsync("a.mp4", Picture, [.. WithSound, "-c:a", "aac"]);

        // Act
        var burnt = await BurntClip.MakeAsync(_clips, source, ForThreeSeconds);

        // Assert
        Assert.True(burnt.Label.Conformance.Passed, burnt.Label.Conformance.ToString());
        Assert.InRange(burnt.Label.HeightShare, 0.05, 0.09);
        Assert.InRange(burnt.Label.Shown.TotalSeconds, 2.7, 3.3);
    }

    [Fact]
    public async Task Burn_Throughout_ShowsAConformingLabelToTheEnd()
    {
        // Arrange
        var source = await _clips.MakeAsync("a.mp4", Picture, [.. WithSound, "-c:a", "aac"]);

        // Act
        var burnt = await BurntClip.MakeAsync(_clips, source, Throughout);

        // Assert
        Assert.True(burnt.Label.Conformance.Passed, burnt.Label.Conformance.ToString());
        Assert.InRange(burnt.Label.Shown.TotalSeconds, 4.8, 5.1);
    }

    [Fact]
    public async Task Burn_Copy_TellsNoVersionsOfTheEncoder()
    {
        // Without sound, which would be copied with what its own encoder left in it.
        var source = await _clips.MakeAsync(
            "a.mp4", Picture, ["-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p"]);

        var burnt = await BurntClip.MakeAsync(_clips, source, ForThreeSeconds);

        var given = System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(source));
        var bytes = System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(burnt.Path));
        Assert.Contains("x264 - core", given, StringComparison.Ordinal);
        Assert.DoesNotContain("x264 - core", bytes, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"Lav[cf]\d|options: |threads=", bytes);
        Assert.Equal("125", burnt.Video.GetProperty("nb_frames").GetString());
    }

    /// <remarks>The copy is looked at on its only track: no other can show something else than the label.</remarks>
    [Fact]
    public async Task Burn_SecondVideoTrack_IsNotInTheCopy()
    {
        var source = await _clips.MakeAsync(
            "a.mp4", Picture,
            ["-f", "lavfi", "-i", "color=red:size=640x360:rate=25:duration=5", "-map", "0:v", "-map", "1:v", "-c:v", "libx264",
                "-preset", "ultrafast", "-pix_fmt", "yuv420p"]);

        var burnt = await BurntClip.MakeAsync(_clips, source, ForThreeSeconds);

        Assert.Equal(
            ["video"],
            burnt.Probed.GetProperty("streams").EnumerateArray().Select(stream => stream.GetProperty("codec_type").GetString()));
        Assert.True(burnt.Label.Conformance.Passed, burnt.Label.Conformance.ToString());
    }

    [Fact]
    public async Task Burn_VideoWithSound_KeepsTheSoundTheLengthAndEveryPicture()
    {
        // Arrange
        var source = await _clips.MakeAsync("a.mp4", Picture, [.. WithSound, "-c:a", "aac"]);

        // Act
        var burnt = await BurntClip.MakeAsync(_clips, source, ForThreeSeconds);

        // Assert
        Assert.Equal(await BurntClip.SoundHashAsync(source), await BurntClip.SoundHashAsync(burnt.Path));
        Assert.Equal("125", burnt.Video.GetProperty("nb_read_packets").GetString());
        Assert.Equal("125", burnt.Video.GetProperty("nb_frames").GetString());
        Assert.Equal(5, BurntClip.Seconds(burnt.Video), 0.04);
        Assert.Equal(0, BurntClip.Seconds(burnt.Video, "start_time"), 0.001);
        Assert.Equal(
            BurntClip.Seconds((await BurntClip.ProbeAsync(source)).GetProperty("format")),
                BurntClip.Seconds(burnt.Probed.GetProperty("format")), 0.04);
    }

    [Fact]
    public async Task Burn_AnyVideo_IsAPlainMovieThatCanBeEnteredAnywhere()
    {
        var source = await _clips.MakeAsync("a.mp4", Picture, WithSound);

        var burnt = await BurntClip.MakeAsync(_clips, source, ForThreeSeconds);

        using var file = new FileByteSource(burnt.Path);
        var report = await new LabelReader(new(), TimeProvider.System).ReadAsync(file);
        Assert.False(report.Container.Fragmented);
        Assert.Empty(report.Problems);
        await BurntClip.RunAsync("ffmpeg", "-v", "error", "-xerror", "-i", burnt.Path, "-f", "null", "-");
        var entered =
            await BurntClip.RunAsync("ffprobe", "-v", "error", "-select_streams", "v", "-read_intervals", "4.5%+#1", "-show_entries",
                "packet=pts_time,flags", "-of", "csv=p=0", burnt.Path);
        Assert.StartsWith("4.000000,K", entered, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("testsrc2=size=360x640:rate=10:duration=4")]
    [InlineData("testsrc2=size=321x181:rate=10:duration=4")]
    [InlineData("testsrc2=size=320x576:rate=10:duration=4,setsar=2/1")]
    public async Task Burn_UnusualPictures_AreLabelledAllTheSame(string picture)
    {
        // Arrange
        var source = await _clips.MakeAsync("a.mkv", picture, "-c:v", "ffv1");

        // Act
        var burnt = await BurntClip.MakeAsync(_clips, source, ForThreeSeconds, ContainerFormat.Matroska);

        // Assert
        Assert.True(burnt.Label.Conformance.Passed, burnt.Label.Conformance.ToString());
        Assert.Equal("1:1", burnt.Video.GetProperty("sample_aspect_ratio").GetString());
    }

    [Fact]
    public async Task Burn_RotatedPicture_StandsUprightWithItsLabel()
    {
        // Arrange
        var lying = await _clips.MakeAsync("lying.mp4", "testsrc2=size=640x360:rate=10:duration=4", WithSound[4..]);
        var source = await _clips.RunAsync("a.mp4", "-i", lying, "-c", "copy", "-metadata:s:v", "rotate=90");

        // Act
        var burnt = await BurntClip.MakeAsync(_clips, source, ForThreeSeconds);

        // Assert
        Assert.True(burnt.Label.Conformance.Passed, burnt.Label.Conformance.ToString());
        Assert.Equal((360, 640), (burnt.Video.GetProperty("width").GetInt32(), burnt.Video.GetProperty("height").GetInt32()));
        Assert.False(burnt.Video.TryGetProperty("side_data_list", out _));
    }

    [Fact]
    public async Task Burn_HighDynamicRange_BecomesWhatEveryScreenShows()
    {
        // Arrange
        var source = await _clips.MakeAsync(
            "a.mkv", "testsrc2=size=640x360:rate=10:duration=3,format=yuv420p10", "-c:v", "ffv1", "-color_primaries", "bt2020",
                "-color_trc", "smpte2084", "-colorspace", "bt2020nc");

        // Act
        var burnt = await BurntClip.MakeAsync(_clips, source, Throughout, ContainerFormat.Matroska);

        // Assert
        Assert.True(burnt.Label.Conformance.Passed, burnt.Label.Conformance.ToString());
        Assert.Equal("yuv420p", burnt.Video.GetProperty("pix_fmt").GetString());
        Assert.Equal("bt709", burnt.Video.GetProperty("color_transfer").GetString());
    }

    [Fact]
    public async Task Burn_IrregularPictures_KeepTheirTimes()
    {
        var source = await _clips.MakeAsync(
            "a.mkv", "testsrc2=size=640x360:rate=25:duration=5,select='not(mod(n\\,3))+lt(n\\,20)'", "-fps_mode", "passthrough", "-c:v",
                "ffv1");

        var burnt = await BurntClip.MakeAsync(_clips, source, ForThreeSeconds, ContainerFormat.Matroska);

        Assert.Equal(await TimesAsync(source), await TimesAsync(burnt.Path));

        static async Task<IEnumerable<double>> TimesAsync(string path) =>
            (await BurntClip.RunAsync(
                "ffprobe", "-v", "error", "-select_streams", "v", "-show_entries", "frame=pts_time", "-of", "csv=p=0", path))
            .Split((char[])['\n', ','], StringSplitOptions.RemoveEmptyEntries).Select(
                text => Math.Round(double.Parse(text, System.Globalization.CultureInfo.InvariantCulture), 2));
    }

    [Theory]
    [InlineData("a.webm", ContainerFormat.WebM, "opus", "-c:v", "libvpx", "-deadline", "realtime", "-c:a", "libopus")]
    [InlineData("a.ts", ContainerFormat.MpegTs, "aac", "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-c:a", "aac")]
    [InlineData("a.wmv", ContainerFormat.Asf, "aac", "-c:v", "wmv2", "-c:a", "wmav2")]
    public async Task Burn_OtherContainers_BecomeMp4WithTheirSound(
        string name, ContainerFormat format, string sound, params string[] codecs)
    {
        // Arrange
        var source = await _clips.MakeAsync(name, Picture, ["-f", "lavfi", "-i", "sine=440:duration=5", .. codecs]);

        // Act
        var burnt = await BurntClip.MakeAsync(_clips, source, ForThreeSeconds, format);

        // Assert
        Assert.True(burnt.Label.Conformance.Passed, burnt.Label.Conformance.ToString());
        Assert.Equal(sound, burnt.Stream("audio").GetProperty("codec_name").GetString());
        Assert.Equal(5, BurntClip.Seconds(burnt.Video), 0.05);
    }

    [Fact]
    public async Task Burn_NoVideo_IsAProblem()
    {
        // Arrange
        using var file = new FileByteSource(_clips.Write("a.mp4", [.. new byte[4], .. "ftypisom"u8, .. new byte[5000]]));

        // Act
        var outcome = await new LabelBurner(new()).BurnAsync(file, ContainerFormat.IsoBmff, Throughout);

        // Assert
        Assert.Null(outcome.Video);
        Assert.Equal("burn.undecodable", outcome.Problem!.Code);
    }

    [Theory]
    [InlineData(1, 1L << 30, "limit.cpu")]
    [InlineData(60, 100_000, "limit.output")]
    public async Task Burn_BeyondALimit_EndsWithItsNameAndLeavesNothing(int cpuSeconds, long output, string limit)
    {
        // Arrange
        var source = await _clips.MakeAsync("a.mp4", "testsrc2=size=1280x720:rate=30:duration=20", WithSound[4..]);
        var folder = Directory.CreateDirectory(Path.Combine(_clips.Folder, "spool")).FullName;
        using var file = new FileByteSource(source);
        var options =
            new BurnOptions
            {
                TemporaryFolder = folder,
                Program = new ProgramLimits { CpuTime = TimeSpan.FromSeconds(cpuSeconds), Output = output }
            };

        // Act
        var outcome = await new LabelBurner(options).BurnAsync(file, ContainerFormat.IsoBmff, Throughout);

        // Assert
        Assert.Equal("burn.limit", outcome.Problem!.Code);
        Assert.Contains(limit, outcome.Problem.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder));
    }

    public void Dispose() => _clips.Dispose();
}
