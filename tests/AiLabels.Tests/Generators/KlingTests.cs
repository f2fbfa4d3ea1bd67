using AiLabels.Reports;
using AiLabels.Testing;
using static AiLabels.Testing.Mp4;

namespace AiLabels.Tests.Generators;

/// <summary>Kling labels its files in three ways, and some not at all.</summary>
public sealed class KlingTests
{
    private const string MarkUuid = "91ca60614aee385486142d5f73f4ae2e";

    // Kling's own encoder writes its name into the sample entry, as every encoder of libavcodec does.
    private const string Encoder = "Lavc60.31.102 h264_slapi";

    [Theory]
    [InlineData(
        """{"Label":"1","ContentProducer":"kling","ProduceID":"SGP_PROD_ai_web_123456789012345","ReservedCode1":null,"ContentPropagator":"kling","PropagateID":"SGP_PROD_ai_web_123456789012345","ReservedCode2":null}""")]
    [InlineData(
        """{"Label":"1","ContentProducer":"001191110108335469089C10100","ProduceID":"KLingMuse_3d917354-4294-47ff-a48e-53f09b0ffee0","ReservedCode1":null,"ContentPropagator":"001191110108335469089C20100","PropagateID":"KLingMuse_3d917354-4294-47ff-a48e-53f09b0ffee0","ReservedCode2":null}""")]
    public async Task ReadAsync_LabelledExport_IsConfirmedAndNamed(string label)
    {
        var report = await Inspect.Bytes(FileWith(Udta(MetaWithKeys(("AIGC", label), ("encoder", "Lavf60.16.100")))));

        Assert.Equal((AiOrigin.Confirmed, "Kling"), (report.Origin, report.Generator));
        Assert.Equal(FindingKind.AigcLabel, Assert.Single(report.Findings).Kind);
        Assert.Empty(report.Problems);
    }

    [Fact]
    public async Task ReadAsync_ProduceIdAlone_NamesTheGenerator()
    {
        var label = """{"Label":"1","ContentProducer":"","ProduceID":"KLingMuse_3d917354","ReservedCode1":null}""";

        var report = await Inspect.Bytes(FileWith(Udta(MetaWithKeys(("AIGC", label)))));

        Assert.Equal((AiOrigin.Confirmed, "Kling"), (report.Origin, report.Generator));
    }

    [Fact]
    public async Task ReadAsync_LabelStrippedByAReencode_LeavesTheSeiMark()
    {
        var report = await Inspect.Bytes(Movie.WithSample(Movie.AvcC, Movie.Sei([0x06], MarkUuid, "kling-ai\0")));

        Assert.Equal((AiOrigin.Suspected, "Kling"), (report.Origin, report.Generator));
    }

    [Fact]
    public async Task ReadAsync_Version3WithoutLabel_LeavesTheEncoderAndTheSeiMark()
    {
        var report = await Inspect.Bytes(Movie.WithSample(Movie.AvcC, Encoder, [Movie.Sei([0x06], MarkUuid, "kling-ai\0")]));

        Assert.Equal((AiOrigin.Suspected, "Kling"), (report.Origin, report.Generator));
        Assert.Equal([Encoder, "kling-ai"], report.Findings.Select(finding => finding.Raw));
    }

    [Theory]
    [InlineData("Lavc60.31.102 libx264")]
    [InlineData("h264_slapi2")]
    [InlineData("not_h264_slapi")]
    public async Task ReadAsync_OtherEncoder_IsNoTrace(string compressor)
    {
        var report = await Inspect.Bytes(Movie.WithSample(Movie.AvcC, compressor, []));

        Assert.Equal((AiOrigin.NotFound, null), (report.Origin, report.Generator));
    }
}
