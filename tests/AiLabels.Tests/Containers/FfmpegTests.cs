using AiLabels.Reports;
using AiLabels.Testing;

namespace AiLabels.Tests.Containers;

/// <summary>Files of ffmpeg, the muxer that most generators use.</summary>
[Trait("Needs", "minutes")]
public sealed class FfmpegTests : IDisposable
{
    private static readonly string[] H264 = ["-c:v", "libx264", "-preset", "ultrafast"];
    private static readonly string[] Labelled = ["-metadata", $"AIGC={Aigc.Generated}"];

    private readonly Ffmpeg _ffmpeg = new();

    public void Dispose() => _ffmpeg.Dispose();

    [Theory]
    [InlineData("label.mp4", "use_metadata_tags", "moov/udta/meta/ilst/AIGC")]
    [InlineData("first.mp4", "use_metadata_tags+faststart", "moov/udta/meta/ilst/AIGC")]
    [InlineData("fragmented.mp4", "use_metadata_tags+frag_keyframe+empty_moov", "moov/udta/meta/ilst/AIGC")]
    [InlineData("label.mov", "use_metadata_tags", "moov/udta/meta/ilst/AIGC")]
    public async Task ReadAsync_LabelledMp4_IsConfirmed(string name, string flags, string path)
    {
        var report = await Inspect.File(await _ffmpeg.MakeAsync(name, [.. H264, .. Labelled, "-movflags", flags]));

        Assert.Equal((AiOrigin.Confirmed, "Vidu"), (report.Origin, report.Generator));
        Assert.Equal(path, Assert.Single(report.Findings).Source.Path);
        Assert.Equal(new TrackFacts(TrackKind.Video, "avc1", 320, 180, 0), Assert.Single(report.Container.Tracks));
        Assert.StartsWith("Lavf", report.Container.Encoder, StringComparison.Ordinal);
        Assert.Empty(report.Problems);
    }

    /// <summary>A pitfall of ffmpeg: without use_metadata_tags it drops the label silently.</summary>
    [Fact]
    public async Task ReadAsync_LabelDroppedByTheMuxer_IsNotFound()
    {
        var report = await Inspect.File(await _ffmpeg.MakeAsync("dropped.mp4", [.. H264, .. Labelled]));

        Assert.Equal(AiOrigin.NotFound, report.Origin);
        Assert.Empty(report.Problems);
    }

    [Theory]
    [InlineData("label.mkv", "libx264", ContainerFormat.Matroska)]
    [InlineData("label.webm", "libvpx-vp9", ContainerFormat.WebM)]
    public async Task ReadAsync_LabelledMatroska_IsConfirmed(string name, string codec, ContainerFormat format)
    {
        var report = await Inspect.File(
            await _ffmpeg.MakeAsync(name, ["-c:v", codec, "-deadline", "realtime", "-cpu-used", "8", .. Labelled]));

        Assert.Equal((AiOrigin.Confirmed, "Vidu", format), (report.Origin, report.Generator, report.Container.Format));
        Assert.Equal((320, 180), (report.Container.Tracks[0].Width, report.Container.Tracks[0].Height));
        Assert.Equal(1, report.Container.Duration!.Value.TotalSeconds, precision: 1);
        Assert.Empty(report.Problems);
    }

    [Theory]
    [InlineData("kling.mp4", "")]
    [InlineData("kling-fragmented.mp4", "frag_keyframe+empty_moov")]
    [InlineData("kling.mkv", "")]
    [InlineData("kling.ts", "")]
    [InlineData("kling.avi", "")]
    [InlineData("kling.flv", "")]
    public async Task ReadAsync_KlingSei_IsSuspectedAndNamed(string name, string flags)
    {
        // Arrange
        string[] options = flags.Length == 0 ? [] : ["-movflags", flags];

        // Act
        var report = await Inspect.File(await _ffmpeg.MakeAsync(
            name, [.. H264, "-bsf:v", "h264_metadata=sei_user_data=91ca6061-4aee-3854-8614-2d5f73f4ae2e+kling-ai", .. options]));

        // Assert
        Assert.Equal((AiOrigin.Suspected, "Kling"), (report.Origin, report.Generator));
    }

    [Fact]
    public async Task ReadAsync_LabelledFlv_IsConfirmed()
    {
        var report = await Inspect.File(await _ffmpeg.MakeAsync("label.flv", [.. H264, .. Labelled]));

        Assert.Equal((AiOrigin.Confirmed, "Vidu", ContainerFormat.Flv), (report.Origin, report.Generator, report.Container.Format));
        Assert.Equal(new TrackFacts(TrackKind.Video, "H.264", 320, 180, null), Assert.Single(report.Container.Tracks));
        Assert.Empty(report.Problems);
    }

    [Theory]
    [InlineData("plain.avi", "mpeg4", ContainerFormat.Avi, "FMP4")]
    [InlineData("plain.wmv", "wmv2", ContainerFormat.Asf, "WMV2")]
    [InlineData("plain.ts", "libx264", ContainerFormat.MpegTs, "H.264")]
    public async Task ReadAsync_OtherContainers_AreReadAndSayNothing(string name, string encoder, ContainerFormat format, string codec)
    {
        var report = await Inspect.File(await _ffmpeg.MakeAsync(name, "-c:v", encoder));

        Assert.Equal((AiOrigin.NotFound, format), (report.Origin, report.Container.Format));
        Assert.Equal((TrackKind.Video, codec), (report.Container.Tracks[0].Kind, report.Container.Tracks[0].Codec));
        Assert.Empty(report.Problems);
    }

    /// <summary>ffmpeg counts the option counter-clockwise.</summary>
    [Fact]
    public async Task ReadAsync_TurnedVideo_ReportsItsRotation()
    {
        // Arrange
        var upright = await _ffmpeg.MakeAsync("upright.mp4", H264);
        var turned = await _ffmpeg.RunAsync("turned.mp4", "-i", upright, "-c", "copy", "-metadata:s:v:0", "rotate=90");

        // Act
        var report = await Inspect.File(turned);

        // Assert
        Assert.Equal(270, Assert.Single(report.Container.Tracks).Rotation);
    }
}
