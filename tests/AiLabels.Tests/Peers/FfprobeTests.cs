using System.Globalization;
using System.Text.Json;
using AiLabels.Reports;
using AiLabels.Testing;

namespace AiLabels.Tests.Peers;

/// <summary>Compares the container's facts with ffprobe.</summary>
[Trait("Needs", "minutes")]
public sealed class FfprobeTests : IDisposable
{
    private static readonly string[] Sound = ["-f", "lavfi", "-i", "sine=frequency=440:duration=2", "-shortest"];

    /// <summary>Names in containers for codecs of ffprobe, such as h264.</summary>
    private static readonly Dictionary<string, string[]> CodecNames = new()
    {
        ["h264"] = ["avc1", "V_MPEG4/ISO/AVC", "H264", "H.264"],
        ["hevc"] = ["hev1", "hvc1", "V_MPEGH/ISO/HEVC"],
        ["mpeg4"] = ["mp4v", "FMP4"],
        ["vp9"] = ["V_VP9"],
        ["wmv2"] = ["WMV2"],
        // One stream type of MPEG-TS covers all layers of MPEG audio.
        ["mp2"] = ["MP3"],
        ["mp3"] = ["MP3"],
        ["vorbis"] = ["A_VORBIS"],
        ["aac"] = ["mp4a", "A_AAC", "AAC"],
        ["opus"] = ["A_OPUS"],
    };

    private readonly Ffmpeg _ffmpeg = new();

    public void Dispose() => _ffmpeg.Dispose();

    [Theory]
    [InlineData("a.mp4", "libx264", "-movflags", "use_metadata_tags")]
    [InlineData("b.mp4", "libx264", "-movflags", "use_metadata_tags+faststart")]
    [InlineData("c.mp4", "libx264", "-movflags", "use_metadata_tags+frag_keyframe+empty_moov")]
    [InlineData("d.mp4", "libx264", "-movflags", "use_metadata_tags+dash+delay_moov", "-frag_duration", "500000")]
    [InlineData("e.mp4", "libx265", "-movflags", "use_metadata_tags", "-tag:v", "hvc1", "-x265-params", "log-level=error")]
    [InlineData("f.mov", "libx264", "-movflags", "use_metadata_tags")]
    [InlineData("g.mkv", "libx264")]
    [InlineData("h.webm", "libvpx-vp9", "-deadline", "realtime", "-cpu-used", "8")]
    [InlineData("i.flv", "libx264")]
    [InlineData("j.avi", "mpeg4", "-an")]
    [InlineData("k.wmv", "wmv2", "-an")]
    [InlineData("l.ts", "libx264")]
    public async Task ReadAsync_FileOfFfmpeg_HasTheFactsThatFfprobeSees(string name, string encoder, params string[] options)
    {
        var path = await _ffmpeg.MakeAsync(
            name, [.. Sound, "-c:v", encoder, "-preset", "ultrafast", "-metadata", $"AIGC={Aigc.Generated}", .. options]);
        var peer = await JsonProgram.FfprobeAsync(path);

        var report = await Inspect.File(path);

        var streams = peer.GetProperty("streams").EnumerateArray().ToList();
        Assert.Equal(streams.Select(KindOf), report.Container.Tracks.Select(track => track.Kind));
        Assert.All(streams.Zip(report.Container.Tracks), pair => AssertSame(pair.First, pair.Second, report.Container));
        AssertSame(peer.GetProperty("format"), report.Container);
        Assert.Equal(LabelOf(peer), report.Findings.FirstOrDefault(finding => finding.Kind == FindingKind.AigcLabel)?.Raw);
    }

    private static void AssertSame(JsonElement stream, TrackFacts track, ContainerFacts container)
    {
        Assert.Contains(track.Codec, CodecNames[stream.GetProperty("codec_name").GetString()!]);
        if (track.Kind == TrackKind.Video)
        {
            var size = (Width: stream.GetProperty("width").GetInt32(), Height: stream.GetProperty("height").GetInt32());
            Assert.True((track.Width, track.Height) == size || (track.Width is null && Disagreements.LeavesSizeToTheDecoder(container)));
        }
    }

    private static void AssertSame(JsonElement format, ContainerFacts container)
    {
        var seconds = double.Parse(format.GetProperty("duration").GetString()!, CultureInfo.InvariantCulture);
        Assert.True(
            container.Duration is { } duration
                ? Math.Abs(duration.TotalSeconds - seconds) < 0.05
                : Disagreements.StatesNoDuration(container),
            $"{seconds} s here, {container.Duration} there");
    }

    private static string? LabelOf(JsonElement peer) =>
        peer.GetProperty("format").TryGetProperty("tags", out var tags) && tags.TryGetProperty("AIGC", out var label)
            ? label.GetString()
            : null;

    private static TrackKind KindOf(JsonElement stream) => stream.GetProperty("codec_type").GetString() switch
    {
        "video" => TrackKind.Video,
        "audio" => TrackKind.Audio,
        "subtitle" => TrackKind.Text,
        _ => TrackKind.Other,
    };
}
