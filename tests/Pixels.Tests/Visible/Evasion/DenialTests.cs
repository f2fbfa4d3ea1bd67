namespace AiLabels.Pixels.Tests.Visible.Evasion;

/// <summary>Labels that another line denies, and text that is about labels.</summary>
[Trait("Needs", "minutes")]
public sealed class DenialTests(WatchedClips clips) : IClassFixture<WatchedClips>
{
    private const string Ink = WatchedClips.Ink;

    [Theory]
    [InlineData("以下内容并非", "x=20:y=70", "AI生成", "x=20:y=130")] // above
    [InlineData("This video is not", "x=20:y=70", "AI generated", "x=20:y=130")]
    [InlineData("不是", "x=20:y=130", "AI生成", "x=20:y=70")] // below
    [InlineData("不是", "x=20:y=150", "AI生成", "x=240:y=150")] // beside
    [InlineData("非AI生成", "x=20:y=130", "AI生成", "x=20:y=70")] // whole
    public async Task ViewAsync_DenialOnANeighbouringLine_Denies(string denial, string at, string label, string place) =>
        Seen.NoLabel(await clips.WatchAsync(
            $"{WatchedClips.Picture},{clips.Text(denial, $"{Ink}:{at}")},{clips.Text(label, $"{Ink}:{place}")}"));

    [Theory]
    [InlineData("lt(t,2)", "gte(t,2)")]
    [InlineData("gte(t,2)", "lt(t,2)")]
    public async Task ViewAsync_DenialAtTheSamePlaceBeforeOrAfter_Denies(string label, string denial) =>
        Seen.NoLabel(await clips.WatchAsync(
            $"{WatchedClips.Picture},{clips.Label(label)},"
            + clips.Text("非AI生成", $"{Ink}:{WatchedClips.Place}:enable='{denial}'")));

    [Theory]
    [InlineData("AI生成的视频必须加标识 新规九月起施行", "fontsize=26:fontcolor=white:box=1:boxcolor=black:x=20:y=h-50")] // news
    [InlineData("SHOT ON X90 PRO AI TRIPLE CAMERA", "fontsize=24:fontcolor=white:borderw=2:x=20:y=h-50")]
    [InlineData("你看这张图是不是AI生成的呀", "fontsize=26:fontcolor=black:box=1:boxcolor=white:boxborderw=10:x=60:y=120")] // chat
    public async Task ViewAsync_TextAboutLabels_IsNoLabel(string text, string style) =>
        Seen.NoLabel(await clips.WatchAsync($"{WatchedClips.Picture},{clips.Text(text, style)}"));

    [Theory]
    [InlineData("本视频由", "x=20:y=70")]
    [InlineData("未经许可禁止转载", "x=20:y=200")]
    [InlineData("请勿当真", "x=20:y=200")]
    public async Task ViewAsync_OtherTextBesideALabel_LeavesIt(string text, string at) =>
        Seen.Present(await clips.WatchAsync(
            $"{WatchedClips.Picture},{clips.Text(text, $"{Ink}:{at}")},{clips.Text("AI生成", $"{Ink}:x=20:y=130")}"));
}
