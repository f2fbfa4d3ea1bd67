namespace AiLabels.Pixels.Tests.Visible.Evasion;

/// <summary>Labels in parts of the file that players do not show.</summary>
[Trait("Needs", "minutes")]
public sealed class HiddenLabelTests(WatchedClips clips) : IClassFixture<WatchedClips>
{
    private static readonly string[] Copy = ["-c", "copy"];

    [Theory]
    [InlineData(640, 240, 60, false)] // the lower two thirds, without the label
    [InlineData(640, 240, -60, true)] // the upper two thirds
    [InlineData(640, 360, 0, true)]
    [InlineData(640, 720, 0, true)] // larger than the picture: ignored
    public async Task ViewAsync_CleanAperture_IsWhatIsShown(int width, int height, int down, bool isPresent)
    {
        var whole = await File.ReadAllBytesAsync(await clips.MakeAsync($"{WatchedClips.Picture},{clips.Label()}"));

        await ExpectAsync(isPresent, clips.Write(".mp4", Apertures.WithClap(whole, width, height, 0, down)));
    }

    [Fact]
    public async Task ViewAsync_CleanApertureOfATurnedVideo_IsTurnedToo()
    {
        // Drawn upright and stored on its side, so that players turn it back; the label is then at the left of the stored picture.
        var stored = await clips.MakeAsync($"{WatchedClips.Picture},{clips.Label()},transpose=cclock");
        var turned = await clips.CopyAsync(".mp4", ["-i", stored, .. Copy, "-metadata:s:v", "rotate=270"]);
        var bytes = await File.ReadAllBytesAsync(turned);

        await ExpectAsync(true, turned);
        await ExpectAsync(true, clips.Write(".mp4", Apertures.WithClap(bytes, 240, 640, -60, 0)));
        await ExpectAsync(false, clips.Write(".mp4", Apertures.WithClap(bytes, 240, 640, 60, 0)));
    }

    [Theory]
    [InlineData(120, 0, false)]
    [InlineData(0, 120, true)]
    public async Task ViewAsync_PixelCrop_IsNotShown(int top, int bottom, bool isPresent)
    {
        var whole = await File.ReadAllBytesAsync(
            await clips.MakeAsync(".mkv", $"{WatchedClips.Picture},{clips.Label()}", ["-live", "1"]));

        await ExpectAsync(isPresent, clips.Write(".mkv", Apertures.WithPixelCrop(whole, top, bottom)));
    }

    [Theory]
    [InlineData("crop_top=120", false)]
    [InlineData("crop_bottom=120", true)]
    public async Task ViewAsync_CroppedByTheCodec_IsNotShown(string crop, bool isPresent)
    {
        var whole = await clips.MakeAsync($"{WatchedClips.Picture},{clips.Label()}");

        await ExpectAsync(isPresent, await clips.CopyAsync(".mp4", ["-i", whole, .. Copy, "-bsf:v", $"h264_metadata={crop}"]));
    }

    [Theory]
    [InlineData(true, false, "default", "0", false)]
    [InlineData(true, false, "0", "default", false)]
    [InlineData(false, true, "default", "0", false)]
    [InlineData(true, true, "default", "0", true)]
    public async Task ViewAsync_TwoTracks_TheWorstCounts(bool first, bool second, string firstIs, string secondIs, bool isPresent)
    {
        var (one, two) = (await TrackAsync(first), await TrackAsync(second));

        await ExpectAsync(isPresent, await clips.CopyAsync(
            ".mp4",
            ["-i", one, "-i", two, "-map", "0:v", "-map", "1:v", .. Copy, "-disposition:v:0", firstIs, "-disposition:v:1", secondIs]));
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task ViewAsync_Cover_DoesNotCount(bool isCoverLabelled, bool isPresent)
    {
        var video = await TrackAsync(!isCoverLabelled);
        var cover = await clips.CopyAsync(".png", "-i", await TrackAsync(isCoverLabelled), "-frames:v", "1");

        await ExpectAsync(isPresent, await clips.CopyAsync(
            ".mp4", ["-i", video, "-i", cover, "-map", "0:v", "-map", "1:v", .. Copy, "-disposition:v:1", "attached_pic"]));
    }

    [Fact]
    public async Task ViewAsync_LabelTurnedAway_IsNotPresent()
    {
        var upright = await clips.MakeAsync($"{WatchedClips.Picture},{clips.Label()}");

        await ExpectAsync(false, await clips.CopyAsync(".mp4", ["-i", upright, .. Copy, "-metadata:s:v", "rotate=90"]));
    }

    [Theory]
    [InlineData("lt(t,2.2)", false)] // in the part that the edit list skips
    [InlineData("gte(t,2.2)", true)]
    public async Task ViewAsync_EditList_DecidesWhatIsTheStart(string enable, bool isPresent)
    {
        var whole = await clips.MakeAsync($"testsrc2=s=640x360:r=25:d=6,{clips.Label(enable)}", "-g", "500");

        await ExpectAsync(isPresent, await clips.CopyAsync(".mp4", ["-ss", "2.4", "-i", whole, .. Copy]));
    }

    [Theory]
    [InlineData("setsar=4/3")]
    [InlineData("setsar=3/4")]
    public async Task ViewAsync_PixelsThatAreNotSquare_AreShownAsPlayersDo(string aspect) =>
        Seen.Present(await clips.WatchAsync($"{WatchedClips.Picture},{clips.Label()},{aspect}"));

    private async Task<string> TrackAsync(bool isLabelled) =>
        await clips.MakeAsync($"{WatchedClips.Picture}{(isLabelled ? $",{clips.Label()}" : "")}");

    private static async Task ExpectAsync(bool isPresent, string path)
    {
        var labels = await WatchedClips.WatchFileAsync(path);
        if (isPresent)
        {
            Seen.Present(labels);
        }
        else
        {
            Seen.NotPresent(labels);
        }
    }
}
