using System.Text;
using AiLabels.Reports;
using AiLabels.Testing;
using static AiLabels.Testing.Avi;

namespace AiLabels.Tests.Containers;

public sealed class AviTests
{
    private static readonly byte[] Label =
        List("INFO", Chunk("ISFT", "Lavf59\0"u8.ToArray()), Chunk("AIGC", Encoding.UTF8.GetBytes(Aigc.Generated + "\0")));

    public static TheoryData<byte[]> Places => new()
    {
        FileWith(Header, Label, Movi),
        FileWith(Header, Movi, Label),
        Mp4.Concat(FileWith(Header, Movi), Chunk("RIFF", "AVIX"u8.ToArray(), Movi, Label)),
    };

    [Theory]
    [MemberData(nameof(Places))]
    public async Task ReadAsync_LabelInInfoList_IsConfirmed(byte[] file)
    {
        var report = await Inspect.Bytes(file);

        Assert.Equal((AiOrigin.Confirmed, "Vidu"), (report.Origin, report.Generator));
        Assert.EndsWith("/INFO/AIGC", Assert.Single(report.Findings).Source.Path, StringComparison.Ordinal);
        Assert.Equal((ContainerFormat.Avi, "Lavf59"), (report.Container.Format, report.Container.Encoder));
        Assert.Empty(report.Problems);
    }

    [Fact]
    public async Task ReadAsync_Headers_ReportsContainerFacts()
    {
        var report = await Inspect.Bytes(FileWith(Header, Movi));

        Assert.Equal(AiOrigin.NotFound, report.Origin);
        Assert.Equal(TimeSpan.FromSeconds(1), report.Container.Duration);
        Assert.Equal(new TrackFacts(TrackKind.Video, "H264", 320, 180, null), Assert.Single(report.Container.Tracks));
    }

    [Fact]
    public async Task ReadAsync_XmpChunk_IsRead()
    {
        var xmp = """
            <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
            xmlns:e="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" e:DigitalSourceType="trainedAlgorithmicMedia"/></rdf:RDF></x:xmpmeta>
            """;

        var report = await Inspect.Bytes(FileWith(Header, Movi, Chunk("_PMX", Encoding.UTF8.GetBytes(xmp))));

        Assert.Equal(AiOrigin.Confirmed, report.Origin);
        Assert.Equal(FindingKind.DigitalSourceType, Assert.Single(report.Findings).Kind);
    }

    [Fact]
    public async Task ReadAsync_AigcChunkBesideInfo_IsSuspectedWithItsText()
    {
        // Arrange
        var info = List("INFO", Chunk("ISFT", "Lavf59\0"u8.ToArray()));

        // Act
        var report = await Inspect.Bytes(FileWith(Header, info, Movi, Chunk("AIGC", Encoding.UTF8.GetBytes(Aigc.Generated))));

        // Assert
        var label = Assert.Single(report.Findings);
        Assert.Equal((AiOrigin.Suspected, "Vidu", Aigc.Generated), (report.Origin, report.Generator, label.Raw));
        Assert.Equal("aigc.misplaced", Assert.Single(report.Problems).Code);
    }

    [Fact]
    public async Task ReadAsync_CutFile_IsInconclusive()
    {
        var report = await Inspect.Bytes(FileWith(Header, Movi)[..^50]);

        Assert.Equal(AiOrigin.Inconclusive, report.Origin);
        Assert.Contains(report.Problems, static p => p.Code == "container.truncated");
    }

    [Fact]
    public async Task ReadAsync_DeepNesting_StopsAtTheDepthLimit()
    {
        // Arrange
        var nested = Enumerable.Range(0, 100).Aggregate(Array.Empty<byte>(), static (inner, _) => List("deep", inner));

        // Act
        var report = await Inspect.Bytes(FileWith(Header, nested));

        // Assert
        Assert.Contains(report.Problems, static p => p.Code == "limit.depth");
    }
}
