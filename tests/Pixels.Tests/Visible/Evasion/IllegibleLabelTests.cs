namespace AiLabels.Pixels.Tests.Visible.Evasion;

/// <summary>Labels that people do not see, or cannot read.</summary>
[Trait("Needs", "minutes")]
public sealed class IllegibleLabelTests(WatchedClips clips) : IClassFixture<WatchedClips>
{
    private const string Grey = "color=#808080:s=640x360:r=25:d=4";

    [Theory]
    [InlineData(Grey, "white@0.03")]
    [InlineData(Grey, "white@0.06")]
    [InlineData(Grey, "#8e8e8e")]
    [InlineData("color=#101010:s=640x360:r=25:d=4", "#242424")]
    [InlineData("color=#009600:s=640x360:r=25:d=4", "#ff1010")] // equally bright red on green
    public async Task ViewAsync_LabelThatHardlyDiffers_IsNotPresent(string picture, string colour) => Seen.NotPresent(
        await clips.WatchAsync($"{picture},{clips.Text("AI生成", $"fontsize=40:fontcolor={colour}:{WatchedClips.Place}")}"));

    [Theory]
    [InlineData("white@0.5")]
    [InlineData("black@0.5")]
    [InlineData("black")]
    public async Task ViewAsync_TransparentLabelThatIsClear_IsPresent(string colour) => Seen.Present(
        await clips.WatchAsync($"{Grey},{clips.Text("AI生成", $"fontsize=40:fontcolor={colour}:{WatchedClips.Place}")}"));

    [Fact]
    public async Task ViewAsync_MirroredLabel_IsNotPresent() =>
        Seen.NotPresent(await clips.WatchAsync($"{WatchedClips.Picture},{clips.Label()},hflip"));

    [Fact]
    public async Task ViewAsync_LabelThatRacesThroughThePicture_IsNotPresent() => Seen.NotPresent(
        await clips.WatchAsync($"{WatchedClips.Picture},{clips.Text("AI生成", $"{WatchedClips.Ink}:x='mod(t*1500,w)':y=60")}"));
}
