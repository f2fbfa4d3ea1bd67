using AiLabels.Reports;
using AiLabels.Testing;
using static AiLabels.Testing.Mp4;

namespace AiLabels.Tests.Generators;

/// <summary>Downloads from TikTok and Douyin, which mark videos that they label as AI.</summary>
public sealed class PlatformLabelTests
{
    [Theory]
    [InlineData("aigc_info", """{"aigc_label_type":2}""", AiOrigin.Suspected)]
    [InlineData("aigc_info", """{"aigc_label_type":1}""", AiOrigin.Suspected)]
    [InlineData("aigc_info", """{"aigc_label_type":0}""", AiOrigin.NotFound)]
    [InlineData("com.apple.quicktime.information", """{"aigc_label_type":2}""", AiOrigin.Suspected)]
    [InlineData("com.apple.quicktime.information", """{"aigc_label_type":0}""", AiOrigin.NotFound)]
    [InlineData("comment", """{"aigc_info":{"aigc_label_type":2}}""", AiOrigin.Suspected)]
    public async Task ReadAsync_Download_SaysWhatThePlatformShows(string key, string value, AiOrigin expected)
    {
        var report = await Inspect.Bytes(
            FileWith(Udta(
                MetaWithKeys(
                    (key, value), ("comment", "vid:v12044gd0000"), ("vid_md5", "0cc175b9c0f1b6a8"), ("encoder", "Lavf58.76.100")))));

        Assert.Equal((expected, null), (report.Origin, report.Generator));
        Assert.Equal(FindingKind.PlatformLabel, Assert.Single(report.Findings).Kind);
        Assert.Equal("Lavf58.76.100", report.Container.Encoder);
    }

    [Fact]
    public async Task ReadAsync_DownloadOfAHumanVideo_SaysNothing()
    {
        var report = await Inspect.Bytes(
            FileWith(Udta(MetaWithKeys(("comment", "vid:v12044gd0000"), ("vid_md5", "0cc175b9c0f1b6a8"), ("encoder", "Lavf58.76.100")))));

        Assert.Equal(AiOrigin.NotFound, report.Origin);
        Assert.Empty(report.Findings);
    }

    [Fact]
    public async Task ReadAsync_EncoderGoogle_IsNoTrace()
    {
        // YouTube's downloads have the same tag as Veo's exports.
        var report = await Inspect.Bytes(FileWith(Udta(FullBox("meta", Hdlr("mdir"), Box("ilst", Box("©too", Text("Google")))))));

        Assert.Equal((AiOrigin.NotFound, null), (report.Origin, report.Generator));
        Assert.Equal("Google", report.Container.Encoder);
    }
}
