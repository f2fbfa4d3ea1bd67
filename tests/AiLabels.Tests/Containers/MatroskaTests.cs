using System.Text;
using AiLabels.Reports;
using AiLabels.Testing;
using AiLabels.Testing.C2pa;
using static AiLabels.Testing.Mkv;

namespace AiLabels.Tests.Containers;

public sealed class MatroskaTests
{
    private static readonly byte[] Label = TagsWith("AIGC", Aigc.Generated);

    public static TheoryData<byte[]> Places => new()
    {
        FileWith(Info, Tracks(), Label, ClusterOf(100)),
        FileWith(Info, Tracks(), ClusterOf(100), ClusterOf(100), Label),
        Mp4.Concat(Header(), UnknownSize(Segment, Info, Tracks(), ClusterOf(100), Label)),
        Mp4.Concat(Header(),
            UnknownSize(Segment, Info, Tracks(), UnknownSize(Cluster, Element(SimpleBlock, new byte[50])), UnknownSize(Cluster), Label)),
        FileWith(Info, Tracks(), Element(Tags, Element(Tag, Entry("TITLE", "holiday"), Entry("AIGC", Aigc.Generated)))),
    };

    [Theory]
    [MemberData(nameof(Places))]
    public async Task ReadAsync_LabelInSimpleTag_IsConfirmed(byte[] file)
    {
        var report = await Inspect.Bytes(file);

        Assert.Equal((AiOrigin.Confirmed, "Vidu"), (report.Origin, report.Generator));
        Assert.Equal("Segment/Tags/Tag/SimpleTag/AIGC", Assert.Single(report.Findings).Source.Path);
        Assert.Empty(report.Problems);
    }

    [Theory]
    [InlineData("film.xmp", "application/octet-stream")]
    [InlineData("metadata", "application/rdf+xml")]
    [InlineData("metadata", "application/RDF+XML; charset=utf-8")]
    [InlineData("metadata.xml", "application/octet-stream")]
    [InlineData("metadata", "text/xml")]
    public async Task ReadAsync_XmpAttachment_IsRead(string name, string mediaType)
    {
        var report = await Inspect.Bytes(FileWith(Info, Tracks(), Attachment(name, mediaType, Encoding.UTF8.GetBytes(XmpPacket.Trained))));

        Assert.Equal(AiOrigin.Confirmed, report.Origin);
        Assert.Equal("Segment/Attachments/AttachedFile/Iptc4xmpExt:DigitalSourceType", Assert.Single(report.Findings).Source.Path);
    }

    [Theory]
    [InlineData("content.c2pa", "application/octet-stream")]
    [InlineData("manifest", "application/c2pa")]
    [InlineData("manifest", "application/x-c2pa-manifest-store")]
    public async Task ReadAsync_ManifestStoreAttachment_IsReadAsCredentials(string name, string mediaType)
    {
        // Arrange: signed for another file, so that the content is not the one that was signed.
        var manifest = new ManifestBuilder("urn:c2pa:1").Action("c2pa.created", SourceTypes.Trained, "Sora");
        SignedMp4.Build(manifest);

        // Act
        var report = await Inspect.Bytes(FileWith(Info, Tracks(), Attachment(name, mediaType, Jumbf.Store(manifest.Build()))));

        // Assert
        Assert.Equal((CredentialIntegrity.Broken, "urn:c2pa:1"), (report.Credentials.Integrity, report.Credentials.ActiveManifest));
        Assert.Equal((AiOrigin.Suspected, "Sora"), (report.Origin, report.Generator));
    }

    [Fact]
    public async Task ReadAsync_ManifestStoreAttachmentBeyondTheLimit_IsUnreadable()
    {
        var file = FileWith(Info, Tracks(), Attachment("content.c2pa", "application/c2pa", new byte[1000]));

        var report = await Inspect.Source(new MemoryByteSource(file), new LabelReaderOptions { MaxManifestStoreLength = 100 });

        Assert.Equal(CredentialIntegrity.Unreadable, report.Credentials.Integrity);
        Assert.Contains(report.Problems, static problem => problem.Code == "limit.manifestStore");
    }

    [Fact]
    public async Task ReadAsync_FontAttachment_IsNotRead()
    {
        // Arrange
        var source = new MemoryByteSource(
            FileWith(Info, Tracks(), Attachment("song.ttf", "font/ttf", new byte[1 << 20]), TagsWith("AIGC", Aigc.Generated)));

        // Act
        var report = await Inspect.Source(source);

        // Assert
        Assert.Equal(AiOrigin.Confirmed, report.Origin);
        Assert.InRange(source.BytesServed, 1, 256 << 10);
    }

    [Theory]
    [InlineData("XMP")]
    [InlineData("com.adobe.xmp")]
    public async Task ReadAsync_XmpInSimpleTag_IsRead(string name)
    {
        var report = await Inspect.Bytes(FileWith(Info, Tracks(), TagsWith(name, XmpPacket.Trained)));

        Assert.Equal((AiOrigin.Confirmed, FindingKind.DigitalSourceType), (report.Origin, Assert.Single(report.Findings).Kind));
    }

    [Fact]
    public async Task ReadAsync_LabelInNestedSimpleTag_IsConfirmed()
    {
        var report = await Inspect.Bytes(
            FileWith(Tracks(), Element(Tags, Element(Tag, Entry("LABELS", "", Entry("AIGC", Aigc.Generated))))));

        Assert.Equal("Segment/Tags/Tag/SimpleTag/SimpleTag/AIGC", Assert.Single(report.Findings).Source.Path);
    }

    [Fact]
    public async Task ReadAsync_ValueBeforeName_IsRead()
    {
        // Arrange
        var entry = Element(
            SimpleTag, Element(TagString, System.Text.Encoding.UTF8.GetBytes(Aigc.Generated)), Element(TagName, "AIGC"u8.ToArray()));

        // Act
        var report = await Inspect.Bytes(FileWith(Tracks(), Element(Tags, Element(Tag, entry))));

        // Assert
        Assert.Equal(AiOrigin.Confirmed, report.Origin);
    }

    [Fact]
    public async Task ReadAsync_TagsBehindManyClusters_AreFoundByTheirHeaders()
    {
        // Arrange
        byte[][] clusters = [.. Enumerable.Repeat(ClusterOf(100_000), 50)];
        var before = Mp4.Concat([SeekHead(Tags, 0), Info, Tracks(), .. clusters]);
        var file = FileWith([SeekHead(Tags, (ulong)before.Length), Info, Tracks(), .. clusters, Label]);
        var source = new MemoryByteSource(file);

        // Act
        var report = await Inspect.Source(source);

        // Assert
        Assert.Equal(AiOrigin.Confirmed, report.Origin);
        Assert.InRange(source.Requests, 1, 60);
        Assert.InRange(source.BytesServed, 1, 192 << 10);
    }

    [Fact]
    public async Task ReadAsync_SeekHeadThatPointsBackwards_EndsAndIsRead()
    {
        var report = await Inspect.Bytes(FileWith(SeekHead(Tags, 0), Tracks(), ClusterOf(10), ClusterOf(10), Label));

        Assert.Equal(AiOrigin.Confirmed, report.Origin);
    }

    [Fact]
    public async Task ReadAsync_SeekHeadThatPointsIntoACluster_IsNamedAndNotFollowed()
    {
        var report = await Inspect.Bytes(FileWith(SeekHead(Tags, 600), Tracks(), ClusterOf(5000), Label));

        Assert.Equal(AiOrigin.Confirmed, report.Origin);
        Assert.Equal("container.indexMismatch", Assert.Single(report.Problems).Code);
    }

    [Theory]
    [InlineData("matroska", ContainerFormat.Matroska)]
    [InlineData("webm", ContainerFormat.WebM)]
    public async Task ReadAsync_Segment_ReportsContainerFacts(string docType, ContainerFormat format)
    {
        var report = await Inspect.Bytes(Mp4.Concat(Header(docType), Element(Segment, Info, Tracks())));

        Assert.Equal((format, docType, "Lavf59"), (report.Container.Format, report.Container.Brand, report.Container.Encoder));
        Assert.Equal(TimeSpan.FromSeconds(2), report.Container.Duration);
        Assert.Equal(new TrackFacts(TrackKind.Video, "V_VP9", 320, 180, null), Assert.Single(report.Container.Tracks));
        Assert.Equal(AiOrigin.NotFound, report.Origin);
    }

    [Fact]
    public async Task ReadAsync_CutFile_IsInconclusive()
    {
        // Arrange
        var file = FileWith(Info, Tracks(), ClusterOf(1000));

        // Act
        var report = await Inspect.Bytes(file[..^500]);

        // Assert
        Assert.Equal(AiOrigin.Inconclusive, report.Origin);
        Assert.Contains(report.Problems, p => p.Code == "container.truncated");
    }

    [Fact]
    public async Task ReadAsync_GarbageWhereAnElementShouldBegin_IsInconclusive()
    {
        var report = await Inspect.Bytes(FileWith(Tracks(), [0, 0, 0, 0]));

        Assert.Equal("container.damaged", Assert.Single(report.Problems).Code);
    }

    [Fact]
    public async Task ReadAsync_DeepNesting_StopsAtTheDepthLimit()
    {
        // Arrange
        var nested = Enumerable.Range(0, 100).Aggregate(Array.Empty<byte>(), static (inner, _) => Element(SimpleTag, inner));

        // Act
        var report = await Inspect.Bytes(FileWith(Tracks(), Element(Tags, Element(Tag, nested))));

        // Assert
        Assert.Equal("limit.depth", Assert.Single(report.Problems).Code);
    }

    [Fact]
    public async Task ReadAsync_KlingMarkInFirstBlock_IsSuspectedAndNamed()
    {
        // Arrange
        var sample = Movie.Sei([0x06], "91ca60614aee385486142d5f73f4ae2e", "kling-ai\0");
        var cluster = Element(Cluster, Element(0xE7, [0]), Element(0xA0, Element(0xA1, [0x81, 0, 0, 0], sample)));

        // Act
        var report = await Inspect.Bytes(FileWith(Tracks("V_MPEG4/ISO/AVC", Movie.AvcC[8..]), cluster));

        // Assert
        Assert.Equal((AiOrigin.Suspected, "Kling"), (report.Origin, report.Generator));
    }
}
