using AiLabels.Tests.Builders;
using static AiLabels.Tests.Builders.Mp4;

namespace AiLabels.Tests.Containers;

/// <summary>What generators and platforms leave behind besides labels, as their files hold it.</summary>
public sealed class VendorTraceTests
{
    private const string KlingUuid = "91ca60614aee385486142d5f73f4ae2e";

    [Theory]
    [InlineData("""{"aigc_label_type":2}""", AiOrigin.Suspected)]
    [InlineData("""{"aigc_label_type":0}""", AiOrigin.NotFound)]
    public async Task ReadAsync_TikTokDownload_SaysWhatThePlatformShows(string value, AiOrigin expected)
    {
        var report = await Inspect.Bytes(FileWith(Udta(MetaWithKeys(("aigc_info", value), ("comment", "vid:v12044gd0000"), ("encoder", "Lavf58.76.100")))));

        Assert.Equal(expected, report.Origin);
        Assert.Equal(FindingKind.PlatformLabel, Assert.Single(report.Findings).Kind);
        Assert.Equal("Lavf58.76.100", report.Container.Encoder);
        Assert.Null(report.Generator);
    }

    [Theory]
    [InlineData("aigc_info", """{"aigc_label_type":0,"source_info":"dreamina"}""")]
    [InlineData("data", """{"data":{"os":"","product":"dreamina","exportType":"generation","videoId":"0"}}""")]
    public async Task ReadAsync_DreaminaExportWithoutLabel_IsSuspectedAndNamed(string key, string value)
    {
        var report = await Inspect.Bytes(FileWith(Udta(MetaWithKeys((key, value)))));

        Assert.Equal((AiOrigin.Suspected, "Jimeng"), (report.Origin, report.Generator));
        Assert.Contains(report.Findings, f => f.Kind == FindingKind.VendorTrace);
    }

    [Fact]
    public async Task ReadAsync_GeneratorNameInAnotherMember_IsNoTrace()
    {
        var report = await Inspect.Bytes(FileWith(Udta(MetaWithKeys(("comment", """{"title":"dreamina","data":{"note":"dreamina"}}""")))));

        Assert.Equal((AiOrigin.NotFound, null), (report.Origin, report.Generator));
    }

    [Fact]
    public async Task ReadAsync_KlingMarkInFirstH264Sample_IsSuspectedAndNamed()
    {
        var report = await Inspect.Bytes(Movie.WithSample(Movie.AvcC, Movie.Sei([0x06], KlingUuid, "kling-ai\0")));

        Assert.Equal((AiOrigin.Suspected, "Kling"), (report.Origin, report.Generator));
        var finding = Assert.Single(report.Findings);
        Assert.Equal(("kling-ai", "ITU-T H.264 D.1.7"), (finding.Raw, finding.Source.Clause));
    }

    [Fact]
    public async Task ReadAsync_KlingMarkInFirstH265Sample_IsSuspectedAndNamed()
    {
        var report = await Inspect.Bytes(Movie.WithSample(Movie.HvcC, Movie.Sei([39 << 1, 1], KlingUuid, "kling-ai\0")));

        Assert.Equal("ITU-T H.265 D.2.7", Assert.Single(report.Findings).Source.Clause);
    }

    [Fact]
    public async Task ReadAsync_KlingMarkInFirstFragment_IsSuspectedAndNamed()
    {
        var report = await Inspect.Bytes(Movie.WithFragment(Movie.AvcC, Movie.Sei([0x06], KlingUuid, "kling-ai\0")));

        Assert.Equal((AiOrigin.Suspected, "Kling"), (report.Origin, report.Generator));
        Assert.True(report.Container.Fragmented);
    }

    [Theory]
    [InlineData(KlingUuid, "someone else")]
    [InlineData("dc45e9bde6d948b7962cd820d923eeef", "kling-ai")]
    [InlineData("dc45e9bde6d948b7962cd820d923eeef", "x264 - core 164")]
    public async Task ReadAsync_OtherSeiMessage_IsNoTrace(string uuid, string text)
    {
        var report = await Inspect.Bytes(Movie.WithSample(Movie.AvcC, Movie.Sei([0x06], uuid, text)));

        Assert.Equal(AiOrigin.NotFound, report.Origin);
    }

    [Fact]
    public async Task ReadAsync_KlingMarkBehindThePicture_IsNotSearchedFor()
    {
        byte[] slice = [0x65, 0x88, 0x84];

        var report = await Inspect.Bytes(Movie.WithSample(Movie.AvcC, Movie.Nal(slice), Movie.Sei([0x06], KlingUuid, "kling-ai\0")));

        Assert.Empty(report.Findings);
    }

    [Fact]
    public async Task ReadAsync_KlingEncoderAsCompressorName_IsSuspectedAndNamed()
    {
        var report = await Inspect.Bytes(Movie.WithSample(Movie.AvcC, compressor: "h264_slapi", sample: []));

        Assert.Equal((AiOrigin.Suspected, "Kling"), (report.Origin, report.Generator));
    }
}
