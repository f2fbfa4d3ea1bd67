using AiLabels.Reports;
using AiLabels.Testing;
using AiLabels.Tests.Peers;

namespace AiLabels.Tests.Writing;

/// <summary>
/// Files of a real muxer, labelled and played: every program that supports the label reads it, and none sees another change.
/// </summary>
[Trait("Needs", "minutes")]
public sealed class RealFilesTests : IDisposable
{
    private const string Tagged = "-metadata title=Title -metadata comment=Comment";

    private readonly Ffmpeg _ffmpeg = new();

    public void Dispose() => _ffmpeg.Dispose();

    [Theory]
    [InlineData("plain.mp4", "")]
    [InlineData("first.mp4", "-movflags +faststart")]
    [InlineData("fragmented.mp4", "-movflags +frag_keyframe+empty_moov")]
    [InlineData("cmaf.mp4", "-movflags +frag_keyframe+empty_moov+default_base_moof")]
    [InlineData("dash.mp4", "-movflags +frag_keyframe+empty_moov+dash -global_sidx 1")]
    [InlineData("hybrid.mp4", "-movflags +frag_keyframe")]
    [InlineData("itunes.mp4", $"-movflags +faststart {Tagged}")]
    [InlineData("keys.mp4", $"-movflags +faststart+use_metadata_tags {Tagged}")]
    [InlineData("reserved.mp4", "-moov_size 20000")]
    [InlineData("hevc.mp4", "-movflags +faststart -c:v libx265 -preset ultrafast -x265-params log-level=error")]
    [InlineData("plain.m4v", "")]
    [InlineData("plain.mov", Tagged)]
    [InlineData("first.mov", $"-movflags +faststart {Tagged}")]
    [InlineData("keys.mov", $"-movflags +faststart+use_metadata_tags {Tagged}")]
    public async Task WriteAsync_Mp4_IsSeenByAllAndChangesNothingElse(string name, string options) =>
        await AssertLabelledAsync(await MakeAsync(name, options), "moov/udta/meta/ilst/AIGC", "Keys:AIGC");

    [Theory]
    [InlineData("plain.mkv", "")]
    [InlineData("tagged.mkv", Tagged)]
    [InlineData("front.mkv", "-cues_to_front 1")]
    [InlineData("reserved.mkv", "-reserve_index_space 5000")]
    [InlineData("live.mkv", "-live 1")]
    [InlineData("vp9.webm", "-c:v libvpx-vp9 -c:a libopus -deadline realtime -cpu-used 8")]
    public async Task WriteAsync_Matroska_IsSeenByAllAndChangesNothingElse(string name, string options) =>
        await AssertLabelledAsync(await MakeAsync(name, options), "Segment/Tags/Tag/SimpleTag/AIGC", "Matroska:Aigc");

    [Theory]
    [InlineData("plain.flv", "")]
    [InlineData("indexed.flv", "-flvflags add_keyframe_index")]
    [InlineData("bare.flv", "-flvflags no_metadata")]
    public async Task WriteAsync_Flv_IsSeenByAllAndChangesNothingElse(string name, string options) =>
        await AssertLabelledAsync(await MakeAsync(name, options), "onMetaData/AIGC", "Flash:AIGC");

    /// <summary>exiftool knows INFO entries by a fixed list, which AIGC is not on.</summary>
    [Theory]
    [InlineData("plain.avi", "-c:v mpeg4 -c:a mp3")]
    [InlineData("tagged.avi", $"-c:v mpeg4 -c:a mp3 {Tagged}")]
    public async Task WriteAsync_Avi_IsSeenByFfprobeAndChangesNothingElse(string name, string options) =>
        await AssertLabelledAsync(await MakeAsync(name, options), "AVI/INFO/AIGC", exiftoolTag: null);

    [Theory]
    [InlineData("chapters.mp4", "moov/udta/meta/ilst/AIGC", "Keys:AIGC")]
    [InlineData("chapters.mkv", "Segment/Tags/Tag/SimpleTag/AIGC", "Matroska:Aigc")]
    public async Task WriteAsync_Chapters_StayAsTheyAre(string name, string place, string exiftoolTag)
    {
        var chapters = await _ffmpeg.SaveAsync(
            "chapters.txt",
            ";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=0\nEND=500\ntitle=One\n[CHAPTER]\nTIMEBASE=1/1000\nSTART=500\nEND=1000\ntitle=Two\n"u8.ToArray());
        var video = await MakeAsync($"plain-{name}", "");

        await AssertLabelledAsync(
            await _ffmpeg.RunAsync(name, "-i", video, "-i", chapters, "-map_metadata", "1", "-c", "copy"), place, exiftoolTag);
    }

    [Theory]
    [InlineData("plain.mp4", "-movflags +faststart")]
    [InlineData("plain.mov", "")]
    [InlineData("plain.mkv", Tagged)]
    [InlineData("plain.avi", "-c:v mpeg4 -c:a mp3")]
    [InlineData("plain.flv", "-flvflags add_keyframe_index")]
    public async Task WriteAsync_ReplacedByALabelOfTheSameLength_ChangesNothingButTheLabel(string name, string options)
    {
        var possible = await Labelling.File(await MakeAsync(name, options), label: Labelling.With("2"));

        var generated = await Labelling.File(possible, Labelling.Replacing);

        var (before, after) = (await File.ReadAllBytesAsync(possible), await File.ReadAllBytesAsync(generated));
        Assert.Equal(before.Length, after.Length);
        // Label 2 becomes 1; Matroska's checksum over Tags follows.
        Assert.InRange(before.Zip(after).Count(static pair => pair.First != pair.Second), 1, 5);
        await AssertMediaAsync(possible, generated);
    }

    private async Task<string> MakeAsync(string name, string options) => await _ffmpeg.RunAsync(
        name,
        ["-f", "lavfi", "-i", "testsrc2=size=160x120:rate=10:duration=1", "-f", "lavfi", "-i", "sine=duration=1",
            "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-g", "5", "-c:a", "aac",
                .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

    private static async Task AssertLabelledAsync(string original, string place, string? exiftoolTag)
    {
        var labelled = await Labelling.File(original);

        var report = await Inspect.File(labelled);
        var label = Assert.Single(report.Findings, static f => f.Kind == FindingKind.AigcLabel);
        Assert.Equal((AiOrigin.Confirmed, place), (label.Says, label.Source.Path));
        Assert.Empty(report.Problems);
        Assert.Equal(Aigc.Generated, await Playback.LabelByFfprobeAsync(labelled));
        if (exiftoolTag is not null)
        {
            Assert.Equal(Aigc.Generated, (await JsonProgram.ExiftoolAsync(labelled)).GetProperty(exiftoolTag).GetString());
        }

        Assert.Equal(await Playback.OtherTagsAsync(original), await Playback.OtherTagsAsync(labelled));
        await AssertMediaAsync(original, labelled);
        var twice = await Labelling.Bytes(await File.ReadAllBytesAsync(labelled));
        Assert.Equal(Refusal.AlreadyLabelled, twice.Outcome.Refusal);
    }

    private static async Task AssertMediaAsync(string original, string labelled)
    {
        Assert.Equal(await Playback.StreamHashAsync(original), await Playback.StreamHashAsync(labelled));
        Assert.Equal(await Playback.FramesAtAsync(original, 0.7), await Playback.FramesAtAsync(labelled, 0.7));
        await Playback.AssertDecodesAsync(labelled);
    }
}
