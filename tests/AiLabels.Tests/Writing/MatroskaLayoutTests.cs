using AiLabels.Reports;
using AiLabels.Testing;
using static AiLabels.Testing.Mkv;

namespace AiLabels.Tests.Writing;

/// <summary>Positions in Matroska files: relative to the Segment's payload, they still point to the same elements.</summary>
public sealed class MatroskaLayoutTests
{
    private const uint Cues = 0x1C53BB6B;
    private const uint CuePoint = 0xBB;
    private const uint CueTrackPositions = 0xB7;
    private const uint CueClusterPosition = 0xF1;
    private const uint Position = 0xA7;
    private const uint Void = 0xEC;

    [Fact]
    public async Task WriteAsync_NoTags_StandBeforeTheClusterAndCuesFollow()
    {
        var labelled = await Labelling.Written(FileWith(Info, Tracks(), ClusterOf(100), CuesTo(Mp4.Concat(Info, Tracks()).Length, 8)));

        Assert.Equal(ClusterOffset(labelled), Value(labelled, [0xF1, 0x01, 0, 0, 0, 0, 0, 0, 8], 8));
    }

    /// <summary>A one-byte position that becomes too narrow enlarges all its parents.</summary>
    [Fact]
    public async Task WriteAsync_CuesBeforeTheCluster_GrowUntilTheyAreRight()
    {
        static byte[] Segment(byte position) =>
            Mp4.Concat(Info,
                Element(Cues,
                    Enumerable.Repeat(Element(CuePoint, Element(CueTrackPositions, Element(CueClusterPosition, [position]))), 3).ToArray()),
                        Tracks());
        Assert.InRange(Segment(0).Length, 128, 255);
        var file = FileWith(Segment((byte)Segment(0).Length), ClusterOf(100));

        var labelled = await Labelling.Written(file);

        Assert.Equal(ClusterOffset(labelled), Value(labelled, [0xF1, 0x01, 0, 0, 0, 0, 0, 0, 2], 2));
    }

    [Fact]
    public async Task WriteAsync_VoidBeforeTheCluster_GivesUpTheRoom()
    {
        // Arrange
        var file = FileWith(Info, Element(Void, new byte[600]), Tracks(), TagsWith("TITLE", "Title"), ClusterOf(100));

        // Act
        var labelled = await Labelling.Written(file);

        // Assert
        Assert.Equal(file.Length, labelled.Length);
        Assert.Equal(ClusterOffset(file), ClusterOffset(labelled));
    }

    [Fact]
    public async Task WriteAsync_TagsBehindTheClusters_StayThereAndSeekHeadStillFindsThem()
    {
        // Arrange
        var head = Mp4.Concat(SeekHead(Tags, 0), Info, Tracks(), ClusterOf(5000));
        var file = FileWith(Mp4.Concat(SeekHead(Tags, (ulong)head.Length), head[SeekHead(Tags, 0).Length..]), TagsWith("TITLE", "Title"));

        // Act
        var labelled = await Labelling.Written(file);

        // Assert
        Assert.Equal(ClusterOffset(file), ClusterOffset(labelled));
        Assert.NotEqual(-1, labelled.AsSpan().IndexOf("Title"u8));
    }

    [Fact]
    public async Task WriteAsync_ClusterThatKnowsItsPosition_KnowsTheNewOne()
    {
        // Arrange
        var before = Mp4.Concat(Info, Tracks()).Length;
        var file = FileWith(Info, Tracks(),
            Element(Cluster, Element(0xE7, [0]), Element(Position, Mp4.UInt32((uint)before)), Element(SimpleBlock, [0x81, 0, 0, 0x80, 1])));

        // Act
        var labelled = await Labelling.Written(file);

        // Assert
        Assert.Equal(ClusterOffset(labelled), Value(labelled, [0xA7, 0x01, 0, 0, 0, 0, 0, 0, 4], 4));
    }

    [Fact]
    public async Task WriteAsync_LiveStreamOfUnknownSize_TakesTheLabelBeforeItsMedia()
    {
        var file = Mp4.Concat(Header("webm"),
            UnknownSize(Segment, Info, Tracks(), UnknownSize(Cluster, Element(SimpleBlock, new byte[50])),
                UnknownSize(Cluster, Element(SimpleBlock, new byte[50]))));

        var labelled = await Labelling.Written(file);

        var media = file.Length - file.AsSpan().IndexOf((byte[])[0x1F, 0x43, 0xB6, 0x75]);
        Assert.Equal(file[^media..], labelled[^media..]);
        Assert.NotEqual(-1, labelled.AsSpan(0, labelled.Length - media).IndexOf("AIGC"u8));
    }

    [Fact]
    public async Task WriteAsync_NarrowSegmentSize_GetsWider()
    {
        // Arrange
        var body = Mp4.Concat(Info, Tracks(), ClusterOf(0));
        var filler = Element(Void, new byte[16382 - body.Length - 12 - 5]);
        var payload = Mp4.Concat(Info, Tracks(), ClusterOf(0), filler);
        byte[] narrow = [0x18, 0x53, 0x80, 0x67, (byte)(0x40 | (payload.Length >> 8)), (byte)payload.Length];

        // Act
        var labelled = await Labelling.Written(Mp4.Concat(Header(), narrow, payload));

        // Assert
        Assert.Equal(0x20, labelled[Header().Length + 4] & 0xE0);
    }

    [Fact]
    public async Task WriteAsync_LabelInATrackTag_GivesWayToOneOfTheWholeFile()
    {
        // Arrange
        var trackTag = Element(Tag, Element(0x63C0, Element(0x63C5, [1])), Entry("AIGC", Aigc.Generated), Entry("TITLE", "Title"));

        // Act
        var labelled = await Labelling.Written(FileWith(Info, Tracks(), Element(Tags, trackTag), ClusterOf(10)), Labelling.Replacing);

        // Assert
        Assert.Single((await Inspect.Bytes(labelled)).Findings);
        Assert.NotEqual(-1, labelled.AsSpan().IndexOf("Title"u8));
    }

    [Fact]
    public async Task WriteAsync_TwoDocumentsInOneFile_AreRefused() =>
        await Labelling.AssertRefused(Refusal.UnsupportedLayout,
            Mp4.Concat(Header(), UnknownSize(Segment, Info, Tracks(), ClusterOf(10)), FileWith(Info, Tracks(), ClusterOf(10))));

    private static byte[] CuesTo(int position, int width) =>
        Element(Cues, Element(CuePoint, Element(CueTrackPositions, Element(CueClusterPosition, Mp4.UInt64((ulong)position)[^width..]))));

    /// <summary>Returns the position of the first Cluster, relative to the Segment's payload; its size has 8 bytes or is unknown.</summary>
    private static long ClusterOffset(byte[] file)
    {
        var segment = file.AsSpan().IndexOf((byte[])[0x18, 0x53, 0x80, 0x67]);
        return file.AsSpan().IndexOf((byte[])[0x1F, 0x43, 0xB6, 0x75]) - segment - 12;
    }

    /// <summary>Returns the number after the header of an element.</summary>
    private static long Value(byte[] file, byte[] header, int width)
    {
        var at = file.AsSpan().IndexOf(header);
        Assert.NotEqual(-1, at);
        return file.AsSpan(at + header.Length, width).ToArray().Aggregate(0L, static (value, b) => (value << 8) | b);
    }
}
