using System.Buffers.Binary;
using AiLabels.Testing;
using static AiLabels.Testing.Flv;

namespace AiLabels.Tests.Writing;

/// <summary>FLV: the members of onMetaData, its sizes, and the positions in it.</summary>
public sealed class FlvLayoutTests
{
    private static readonly byte[] Video = Tag(9, new byte[50]);

    [Fact]
    public async Task WriteAsync_KeyFramePositions_MoveAlong()
    {
        // Arrange
        byte[] Meta(double position, double size) => Script(
            "onMetaData",
            Array(("duration", Number(1)), ("filesize", Number(size)),
                ("keyframes", Object(("filepositions", Strict(Number(position))), ("times", Strict(Number(0)))))));
        var position = FileWith(Meta(0, 0)).Length;
        var file = FileWith(Meta(position, position + Video.Length), Video);

        // Act
        var labelled = await Labelling.Written(file);

        // Assert
        Assert.Equal(labelled.Length - Video.Length, NumberBehind(labelled, [.. "filepositions"u8, 10, 0, 0, 0, 1]));
        Assert.Equal(labelled.Length, NumberBehind(labelled, "filesize"u8));
        Assert.Equal(0, NumberBehind(labelled, [.. "times"u8, 10, 0, 0, 0, 1]));
    }

    [Fact]
    public async Task WriteAsync_SizeBehindTheTag_FollowsIt()
    {
        var labelled = await Labelling.Written(FileWith(Script("onMetaData", Array(("duration", Number(1)))), Video));

        var video = labelled.Length - Video.Length;
        Assert.Equal(video - 13 - 4, BinaryPrimitives.ReadInt32BigEndian(labelled.AsSpan(video - 4)));
    }

    [Fact]
    public async Task WriteAsync_NoMetadata_GetsATagOfItsOwn()
    {
        var labelled = await Labelling.Written(FileWith(Video));

        Assert.Equal("onMetaData/AIGC", Assert.Single((await Inspect.Bytes(labelled)).Findings).Source.Path);
        Assert.Equal(Video, labelled[^Video.Length..]);
    }

    [Fact]
    public async Task WriteAsync_LabelNamedTwice_LeavesOne()
    {
        // Arrange
        var file = FileWith(
            Script("onMetaData", Array(("AIGC", String(Aigc.Generated)), ("title", String("Title")), ("AIGC", LongString(Aigc.Generated)))),
                Video);

        // Act
        var labelled = await Labelling.Written(file, Labelling.Replacing);

        // Assert
        Assert.Single((await Inspect.Bytes(labelled)).Findings);
        Assert.NotEqual(-1, labelled.AsSpan().IndexOf("Title"u8));
    }

    private static byte[] Strict(byte[] number) => [10, 0, 0, 0, 1, .. number];

    private static double NumberBehind(byte[] file, ReadOnlySpan<byte> name)
    {
        var at = file.AsSpan().IndexOf(name);
        Assert.NotEqual(-1, at);
        return BinaryPrimitives.ReadDoubleBigEndian(file.AsSpan(at + name.Length + 1));
    }
}
