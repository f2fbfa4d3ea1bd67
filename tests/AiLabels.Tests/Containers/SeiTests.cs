using AiLabels.Reports;
using AiLabels.Testing;
using static AiLabels.Testing.Mp4;

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
    public async Task ReadAsync_KlingMarkInTheConfigurationRecord_IsSuspectedAndNamed()
    {
        // Arrange
        byte[] sps = [0x21, 0, 1, 0, 2, 0x42, 1];
        var mark = Movie.Sei([39 << 1, 1], KlingUuid, "kling-ai\0")[4..];
        byte[] sei = [39, 0, 1, 0, (byte)mark.Length, .. mark];

        // Act
        var report = await Inspect.Bytes(
            Movie.WithSample(Box("hvcC", [1, .. new byte[20], 0x0F, 2], sps, sei), Movie.Nal([1 << 1, 1, 0x80])));

        // Assert
        Assert.Equal((AiOrigin.Suspected, "Kling"), (report.Origin, report.Generator));
        Assert.Equal("moov/trak/mdia/minf/stbl/stsd", Assert.Single(report.Findings).Source.Path);
    }

    [Theory]
    [InlineData("")]
    [InlineData("02")]
    [InlineData("01A7FFFF")]
    [InlineData("01A70001FFFF0102")]
    public async Task ReadAsync_ConfigurationRecordThatIsCut_SaysNothing(string arrays)
    {
        var report = await Inspect.Bytes(
            Movie.WithSample(Box("hvcC", [1, .. new byte[20], 0x0F], Convert.FromHexString(arrays)), Movie.Nal([1 << 1, 1, 0x80])));

        Assert.Equal(AiOrigin.NotFound, report.Origin);
    }

    [Fact]
    public async Task ReadAsync_KlingMarkInEnhancedFlv_IsSuspectedAndNamed()
    {
        // Enhanced RTMP: bit 7, key frame, packet type; hvcC, then a frame without composition time.
        byte[] configuration = [0x90, .. "hvc1"u8, .. Movie.HvcC[8..]];
        byte[] frame = [0x93, .. "hvc1"u8, .. Movie.Sei([39 << 1, 1], KlingUuid, "kling-ai\0")];

        var report = await Inspect.Bytes(Flv.FileWith(Flv.Tag(9, configuration), Flv.Tag(9, frame)));

        Assert.Equal((AiOrigin.Suspected, "Kling"), (report.Origin, report.Generator));
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
        // Arrange
        byte[] slice = [0x65, 0x88, 0x84];

        // Act
        var report = await Inspect.Bytes(Movie.WithSample(Movie.AvcC, Movie.Nal(slice), Movie.Sei([0x06], KlingUuid, "kling-ai\0")));

        // Assert
        Assert.Empty(report.Findings);
    }
}
