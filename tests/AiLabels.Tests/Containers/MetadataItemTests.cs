using System.Text;
using AiLabels.Reports;
using AiLabels.Testing;
using static AiLabels.Testing.Mp4;

namespace AiLabels.Tests.Containers;

/// <summary>XMP as an item of a meta box, ISO/IEC 14496-12 clause 8.11.</summary>
public sealed class MetadataItemTests
{
    private const string Xmp = "application/rdf+xml";

    private static readonly byte[] Packet = Encoding.UTF8.GetBytes(XmpPacket.Trained);

    public static TheoryData<byte[]> Files => new()
    {
        // In a free box before the movie, at the place that iloc gives.
        InFile(static at => Items.Place(0, at, Packet.Length)),
        InFile(static at => Items.Place(1, at, Packet.Length)),
        InFile(static at => Items.Place(2, at, Packet.Length)),
        InFile(static at => Items.Parts(at, 100, Packet.Length)),
        WithData(Items.Entry(2, Xmp), Items.PlaceInData(Packet.Length)),
        WithData(Items.Entry(3, Xmp), Items.PlaceInData(0), version: 1),
        WithData(Items.Entry(0, Xmp), Items.PlaceInData(Packet.Length)),
        WithData(Items.Entry(2, "Application/RDF+XML; charset=utf-8"), Items.PlaceInData(Packet.Length)),
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task ReadAsync_XmpItem_IsRead(byte[] file)
    {
        var report = await Inspect.Bytes(file);

        Assert.Equal((AiOrigin.Confirmed, FindingKind.DigitalSourceType), (report.Origin, Assert.Single(report.Findings).Kind));
        Assert.Empty(report.Problems);
    }

    public static TheoryData<byte[]> Placeless => new()
    {
        WithData(Items.Entry(2, Xmp), []),
        WithData(Items.Entry(2, Xmp), Items.PlaceInData(Packet.Length + 1)),
        InFile(static _ => Items.Place(0, 1 << 30, 10)),
        WithData(Items.Entry(2, Xmp), FullBox("iloc", [0x44, 0, 0, 9])),
    };

    [Theory]
    [MemberData(nameof(Placeless))]
    public async Task ReadAsync_XmpItemWithoutAPlace_IsSaid(byte[] file)
    {
        var report = await Inspect.Bytes(file);

        Assert.Equal(AiOrigin.Inconclusive, report.Origin);
        Assert.Equal("container.itemPlace", Assert.Single(report.Problems).Code);
    }

    [Fact]
    public async Task ReadAsync_CompressedXmpItem_IsSaid()
    {
        var report = await Inspect.Bytes(WithData(Items.Entry(2, Xmp, "deflate"), Items.PlaceInData(Packet.Length)));

        Assert.Equal("container.itemEncoding", Assert.Single(report.Problems).Code);
    }

    [Fact]
    public async Task ReadAsync_OtherItem_IsNotRead()
    {
        var report = await Inspect.Bytes(WithData(Items.Entry(2, "image/jpeg"), Items.PlaceInData(Packet.Length)));

        Assert.Equal(AiOrigin.NotFound, report.Origin);
        Assert.Empty(report.Findings);
    }

    [Fact]
    public async Task ReadAsync_ItemInACompressedMovie_HasNoPlaceInTheFile()
    {
        // Arrange: a position in the file means nothing among unpacked bytes.
        var moov = Moov(Meta(Items.Information(Items.Entry(2, Xmp)), Items.Place(0, 8, 40)));

        // Act
        var report = await Inspect.Bytes(Concat(Ftyp, Mdat(), Movie.Compressed(moov)));

        // Assert
        Assert.Equal("container.itemPlace", Assert.Single(report.Problems).Code);
    }

    [Fact]
    public async Task ReadAsync_ItemsThatAllTakeTheSameBytes_AreBoundTogether()
    {
        // Arrange
        var file = Items.Overlapping(Packet, 100);

        // Act
        var report = await Inspect.Source(new MemoryByteSource(file), new LabelReaderOptions { MaxValueLength = 20_000 });

        // Assert
        Assert.Contains(report.Problems, static problem => problem.Code == "limit.valueLength");
    }

    private static byte[] InFile(Func<int, byte[]> place)
    {
        var at = Ftyp.Length + 8;
        return Concat(Ftyp, Box("free", Packet), Meta(Items.Information(Items.Entry(2, Xmp)), place(at)), Mdat(), Moov());
    }

    private static byte[] WithData(byte[] entry, byte[] place, byte version = 0) =>
        Concat(Ftyp, Mdat(), Moov(Meta(Items.Information(entry, version), place, Box("idat", Packet))));

    private static byte[] Meta(params byte[][] children) => FullBox("meta", [Hdlr("mdta"), .. children]);
}
