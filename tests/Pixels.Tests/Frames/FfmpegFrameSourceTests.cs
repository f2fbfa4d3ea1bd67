namespace AiLabels.Pixels.Tests.Frames;

[Trait("Needs", "minutes")]
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
        Assert.Equal([0, 0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.4, 1.6, 1.8, 2, 2.2, 2.4, 2.6, 2.8],
            start.Frames.Select(frame => Math.Round(frame.Time.TotalSeconds, 3)));
        Assert.Equal([4, 4.2, 4.4, 4.6, 4.8, 5, 5.2, 5.4, 5.6, 5.8], end.Frames.Select(frame => Math.Round(frame.Time.TotalSeconds, 3)));
        Assert.All([.. start.Frames, .. end.Frames], frame => Assert.Equal(Clips.ClockLevel(frame.Time), Decoded.Mean(frame.Luma), 2.5));
    }

    [Fact]
    public async Task ReadAsync_Middle_GivesKeyFramesWithTheirOwnTimes()
    {
        // Arrange
        var path = await _clips.MakeAsync("a.mp4", Clips.Clock("320x180", 10), "-c:v", "libx264", "-g", "15");

        // Act
        var middle = await Decoded.ReadAsync(path, Decoded.Middle(3, 6, 3));

        // Assert
        Assert.Equal([3, 6, 7.5], middle.Frames.Select(frame => Math.Round(frame.Time.TotalSeconds, 3)));
        Assert.All(middle.Frames, frame => Assert.Equal(Clips.ClockLevel(frame.Time), Decoded.Mean(frame.Luma), 2.5));
    }

    [Fact]
    public async Task ReadAsync_MiddleWithoutKeyFrames_DecodesBetween()
    {
        // Arrange
        var path = await _clips.MakeAsync("a.mp4", Clips.Clock("64x64", 20, rate: 4), "-c:v", "libx264", "-g", "1000");

        // Act
        var middle = await Decoded.ReadAsync(path, Decoded.Middle(3, 16, 8));

        // Assert
        Assert.Equal([6, 8, 10, 12, 14, 16, 18], middle.Frames.Select(frame => frame.Time.TotalSeconds));
        Assert.All(middle.Frames, frame => Assert.Equal(Clips.ClockLevel(frame.Time), Decoded.Mean(frame.Luma), 2.5));
    }

    [Fact]
    public async Task ReadAsync_NoLength_IsTheKeyFrameBefore()
    {
        // Arrange
        var path = await _clips.MakeAsync("a.mp4", Clips.Clock("64x64", 6), "-c:v", "libx264", "-g", "20");

        // Act
        var picture = await Decoded.ReadAsync(path, Decoded.Stretch(3.5, 0));

        // Assert
        Assert.Equal([2], picture.Frames.Select(frame => frame.Time.TotalSeconds));
    }

    [Theory]
    [InlineData("a.mp4", "aac")]
    [InlineData("a.mkv", "flac")]
    [InlineData("a.ts", "mp2")]
    public async Task ReadAsync_Sound_DoesNotDisturb(string name, string codec)
    {
        // Arrange
        var path = await _clips.MakeAsync(
            name, Clips.Clock("64x64", 4), "-f", "lavfi", "-i", "sine=duration=5", "-c:v", "libx264", "-c:a", codec);

        // Act
        var decoded = await Decoded.ReadAsync(path);

        // Assert
        Assert.Empty(decoded.Problems);
        Assert.Equal(4, decoded.Duration!.Value.TotalSeconds, 0.15);
        Assert.Equal(15, decoded.Frames.Count);
        Assert.All(decoded.Frames, frame => Assert.Equal(Clips.ClockLevel(frame.Time), Decoded.Mean(frame.Luma), 2.5));
    }

    [Theory]
    [InlineData(0, 320, 180)]
    [InlineData(90, 180, 320)]
    [InlineData(180, 320, 180)]
    [InlineData(270, 180, 320)]
    public async Task ReadAsync_Rotation_IsUpright(int rotation, int width, int height)
    {
        // The left third is bright as coded; rotated by 90 degrees clockwise it is the top third. ffmpeg counts counter-clockwise.
        var upright =
            await _clips.MakeAsync(
                "upright.mp4", "color=black:size=320x180:duration=1,drawbox=w=106:h=180:color=white:t=fill", "-c:v", "libx264");
        var path = await _clips.RunAsync("turned.mp4", "-i", upright, "-c", "copy", "-metadata:s:v:0", $"rotate={(360 - rotation) % 360}");

        var frame = (await Decoded.ReadAsync(path)).Frames[0];

        Assert.Equal((width, height), (frame.Width, frame.Height));
        var (x, y) = rotation switch { 0 => (10, 90), 90 => (90, 10), 180 => (310, 90), _ => (90, 310) };
        Assert.True(frame.Luma.Span[(y * width) + x] > 240);
        Assert.True(frame.Luma.Span[((height - 1 - y) * width) + width - 1 - x] < 16);
    }

    [Theory]
    [InlineData("1920x1080", "1", 1280, 720)]
    [InlineData("1080x1920", "1", 720, 1280)]
    [InlineData("1000x1000", "1", 720, 720)]
    [InlineData("322x182", "1", 322, 182)]
    [InlineData("720x576", "64/45", 1024, 576)]
    [InlineData("320x180", "1/8", 80, 180)]
    [InlineData("16x4096", "1", 16, 4096)]
    public async Task ReadAsync_Size_IsEvenAndBounded(string size, string aspect, int width, int height)
    {
        // Arrange
        var path = await _clips.MakeAsync(
            "a.mp4", $"color=gray:size={size}:duration=0.2,setsar={aspect}", "-c:v", "libx264", "-preset", "ultrafast");

        // Act
        var frame = (await Decoded.ReadAsync(path)).Frames[0];

        // Assert
        Assert.Equal((width, height), (frame.Width, frame.Height));
        Assert.Equal((width * height, width * height / 4, width * height / 4), (frame.Luma.Length, frame.Cb.Length, frame.Cr.Length));
    }

    [Fact]
    public async Task ReadAsync_OddSides_AreMadeEven()
    {
        // Arrange
        var path = await _clips.MakeAsync("a.avi", "testsrc=size=161x91:duration=0.2", "-c:v", "ffv1", "-pix_fmt", "bgr0");

        // Act
        var frame = (await Decoded.ReadAsync(path)).Frames[0];

        // Assert
        Assert.Equal((162, 92), (frame.Width, frame.Height));
    }

    [Fact]
    public async Task ReadAsync_TenBitHdr_BecomesEightBit()
    {
        // Arrange
        var path = await _clips.MakeAsync(
            "a.mp4", "color=white:size=160x90:duration=0.2,format=yuv420p10le", "-c:v", "libx265", "-color_trc", "smpte2084",
                "-color_primaries", "bt2020", "-x265-params", "log-level=none");

        // Act
        var frame = (await Decoded.ReadAsync(path)).Frames[0];

        // Assert
        Assert.Equal(255, Decoded.Mean(frame.Luma), 2.0);
    }

    [Fact]
    public async Task ReadAsync_Colours_AreFullRange()
    {
        var path = await _clips.MakeAsync("a.mp4", "color=red:size=160x90:duration=0.2", "-c:v", "libx264", "-pix_fmt", "yuv420p");

        var frame = (await Decoded.ReadAsync(path)).Frames[0];

        // Red in BT.601, full range.
        Assert.Equal(76, Decoded.Mean(frame.Luma), 2.0);
        Assert.Equal(85, Decoded.Mean(frame.Cb), 3.0);
        Assert.Equal(255, Decoded.Mean(frame.Cr), 3.0);
    }

    [Fact]
    public async Task ReadAsync_VariableFrameRate_GivesThePictureOfEachTime()
    {
        // Of the clock's ten pictures per second only those at 0, 0.1, 0.5, 1.0, 1.1, 2.0 and 2.5 s are present.
        var path = await _clips.MakeAsync(
            "a.mp4", Clips.Clock("64x64", 3) + ",select='eq(n,0)+eq(n,1)+eq(n,5)+eq(n,10)+eq(n,11)+eq(n,20)+eq(n,25)'", "-fps_mode", "vfr",
                "-c:v", "libx264");

        var decoded = await Decoded.ReadAsync(path, Decoded.Start(2.6));

        int[] levels = [30, 30, 30, 40, 40, 50, 50, 50, 50, 50, 70, 70, 70];
        Assert.Equal(levels.Length, decoded.Frames.Count);
        Assert.All(decoded.Frames.Zip(levels), pair => Assert.Equal(pair.Second, Decoded.Mean(pair.First.Luma), 2.5));
    }

    [Fact]
    public async Task ReadAsync_StartOffset_CountsFromTheStartOfThePresentation()
    {
        // Arrange
        var path = await _clips.MakeAsync("a.ts", Clips.Clock("64x64", 4), "-c:v", "libx264", "-g", "10", "-output_ts_offset", "1000");

        // Act
        var decoded = await Decoded.ReadAsync(path, Decoded.Stretch(2, 1));

        // Assert
        Assert.Equal(4, decoded.Duration!.Value.TotalSeconds, 0.15);
        Assert.Equal([2, 2.2, 2.4, 2.6, 2.8], decoded.Frames.Select(frame => Math.Round(frame.Time.TotalSeconds, 3)));
        Assert.All(decoded.Frames, frame => Assert.Equal(Clips.ClockLevel(frame.Time), Decoded.Mean(frame.Luma), 2.5));
    }

    [Fact]
    public async Task ReadAsync_EditList_CountsFromWhatIsShown()
    {
        // Copied from 1.5 s: the key frame at 0 stays in the file, and an edit list hides the time before 1.5 s.
        var whole = await _clips.MakeAsync("whole.mp4", Clips.Clock("64x64", 4), "-c:v", "libx264", "-g", "100", "-bf", "0");
        var path = await _clips.RunAsync("a.mp4", "-ss", "1.5", "-i", whole, "-c", "copy");

        var decoded = await Decoded.ReadAsync(path, Decoded.Start(2));

        Assert.Equal(10, decoded.Frames.Count);
        Assert.All(decoded.Frames,
            frame => Assert.Equal(Clips.ClockLevel(frame.Time + TimeSpan.FromSeconds(1.5)), Decoded.Mean(frame.Luma), 2.5));
    }

    [Fact]
    public async Task ReadAsync_UnknownDuration_IsFoundOrReadInPassing()
    {
        // Arrange
        var path = await _clips.MakeAsync("a.webm", Clips.Clock("64x64", 8), "-c:v", "libvpx", "-g", "10", "-live", "1");

        // Act
        var decoded = await Decoded.ReadAsync(path, Decoded.Middle(3, 4, 4));

        // Assert
        Assert.Equal(8, decoded.Duration!.Value.TotalSeconds, 0.15);
        Assert.Equal([3, 4, 5, 6], decoded.Frames.Select(frame => Math.Round(frame.Time.TotalSeconds, 3)));
    }

    [Fact]
    public async Task ReadAsync_Fragmented_HasDurationAndMiddle()
    {
        // Arrange
        var path = await _clips.MakeAsync(
            "a.mp4", Clips.Clock("64x64", 8), "-c:v", "libx264", "-g", "10", "-movflags", "frag_keyframe+empty_moov+default_base_moof");

        // Act
        var decoded = await Decoded.ReadAsync(path, Decoded.Middle(3, 4, 4));

        // Assert
        Assert.Equal(8, decoded.Duration!.Value.TotalSeconds, 0.15);
        Assert.NotEmpty(decoded.Frames);
        Assert.All(decoded.Frames, frame => Assert.Equal(Clips.ClockLevel(frame.Time), Decoded.Mean(frame.Luma), 2.5));
    }

    [Fact]
    public async Task ReadAsync_SizeChangesWithinTheVideo_PicturesKeepTheFirst()
    {
        // Arrange
        var small = await _clips.MakeAsync("1.ts", "color=gray:size=160x90:duration=2", "-c:v", "libx264", "-g", "10");
        var large = await _clips.MakeAsync(
            "2.ts", "color=gray:size=320x180:duration=2", "-c:v", "libx264", "-g", "10", "-output_ts_offset", "2");
        var path = _clips.Write("a.ts", [.. File.ReadAllBytes(small), .. File.ReadAllBytes(large)]);

        // Act
        var decoded = await Decoded.ReadAsync(path, Decoded.Start(4));

        // Assert
        Assert.True(decoded.Frames.Count > 15);
        Assert.All(decoded.Frames, frame => Assert.Equal((160, 90), (frame.Width, frame.Height)));
    }

    [Fact]
    public async Task ReadAsync_CoverPicture_IsNotTheVideo()
    {
        // Arrange
        var cover = await _clips.MakeAsync("cover.png", "color=white:size=640x640:duration=0.1", "-frames:v", "1");
        var video = await _clips.MakeAsync("video.mp4", "color=black:size=64x64:duration=1", "-c:v", "libx264");
        var path = await _clips.RunAsync(
            "a.mp4", "-i", cover, "-i", video, "-map", "0", "-map", "1", "-c", "copy", "-disposition:v:0", "attached_pic");

        // Act
        var decoded = await Decoded.ReadAsync(path);

        // Assert
        Assert.Equal((64, 64), (decoded.Frames[0].Width, decoded.Frames[0].Height));
    }

    public void Dispose() => _clips.Dispose();
}
