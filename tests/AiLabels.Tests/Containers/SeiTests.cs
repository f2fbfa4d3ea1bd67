using AiLabels.Tests.Builders;
using static AiLabels.Tests.Builders.Mp4;

namespace AiLabels.Tests.Containers;

/// <summary>Marks in the SEI messages of the first samples.</summary>
public sealed class SeiTests
{
    private const string KlingUuid = "91ca60614aee385486142d5f73f4ae2e";

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
}
