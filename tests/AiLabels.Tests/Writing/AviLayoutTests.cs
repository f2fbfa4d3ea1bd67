using System.Buffers.Binary;
using AiLabels.Testing;
using static AiLabels.Testing.Avi;

namespace AiLabels.Tests.Writing;

/// <summary>Positions in AVI files: the indexes still find the same chunks.</summary>
public sealed class AviLayoutTests
{
    private static readonly byte[] Title = List("INFO", Chunk("INAM", "Title\0"u8.ToArray()));

    [Fact]
    public async Task WriteAsync_Junk_GivesUpTheRoom()
    {
        // Arrange
        var file = FileWith(Header, Title, Chunk("JUNK", new byte[1000]), Movi);

        // Act
        var labelled = await Labelling.Written(file);

        // Assert
        Assert.Equal(file.Length, labelled.Length);
        Assert.Equal(IndexOf(file, "movi"u8), IndexOf(labelled, "movi"u8));
        Assert.NotEqual(-1, IndexOf(labelled, "INAM"u8));
    }

    [Fact]
    public async Task WriteAsync_OldIndexFromTheMediaList_StaysAsItIs()
    {
        // Arrange
        var index = Chunk("idx1", "00dc"u8.ToArray(), Little(16), Little(4), Little(100));

        // Act
        var labelled = await Labelling.Written(FileWith(Header, Title, Movi, index));

        // Assert
        Assert.Equal(index, labelled[^index.Length..]);
    }

    [Fact]
    public async Task WriteAsync_OldIndexFromTheBeginningOfTheFile_MovesAlong()
    {
        // Arrange
        var movi = (uint)(12 + Header.Length + Title.Length);
        var file = FileWith(Header, Title, Movi, Chunk("idx1", "00dc"u8.ToArray(), Little(16), Little(movi + 12), Little(100)));

        // Act
        var labelled = await Labelling.Written(file);

        // Assert
        Assert.Equal(IndexOf(labelled, "00dc"u8), Number(labelled, IndexOf(labelled, "idx1"u8) + 8 + 8));
    }

    [Fact]
    public async Task WriteAsync_OpenDmlIndexes_MoveAlong()
    {
        // Arrange
        byte[] Indexed(uint standardIndex, uint media) => Mp4.Concat(
            List("hdrl", Header[12..],
                List("strl", Chunk(
                    "indx", [4, 0, 0, 0], Little(1), "00dc"u8.ToArray(), new byte[12], Little(standardIndex), new byte[12]))),
            List(
                "movi",
                Chunk("ix00", [2, 0, 0, 1], Little(1), "00dc"u8.ToArray(), Little(media), new byte[8], Little(8), Little(100)),
                Chunk("00dc", new byte[100])));
        var draft = FileWith(Indexed(0, 0));
        var file = FileWith(Indexed((uint)IndexOf(draft, "ix00"u8), (uint)IndexOf(draft, [.. "00dc"u8, 100, 0])));

        // Act
        var labelled = await Labelling.Written(file);

        // Assert
        Assert.Equal(IndexOf(labelled, "ix00"u8), Number(labelled, IndexOf(labelled, "indx"u8) + 8 + 24));
        Assert.Equal(IndexOf(labelled, [.. "00dc"u8, 100, 0]), Number(labelled, IndexOf(labelled, "ix00"u8) + 8 + 12));
    }

    [Fact]
    public async Task WriteAsync_NoInformation_GetsAListBehindTheHeader()
    {
        var labelled = await Labelling.Written(FileWith(Header, Movi));

        Assert.Equal("AVI/INFO/AIGC", Assert.Single((await Inspect.Bytes(labelled)).Findings).Source.Path);
        Assert.True(IndexOf(labelled, "AIGC"u8) < IndexOf(labelled, "movi"u8));
    }

    /// <summary>Some writers exclude the last padding byte from the list's size.</summary>
    [Fact]
    public async Task WriteAsync_ListOfOddLength_IsRoundedUp()
    {
        // Arrange
        var info = List("INFO", Chunk("INAM", "Title"u8.ToArray()));
        info[4]--;

        // Act
        var labelled = await Labelling.Written(FileWith(Header, info, Movi));

        // Assert
        Assert.Equal(TimeSpan.FromSeconds(1), (await Inspect.Bytes(labelled)).Container.Duration);
        Assert.NotEqual(-1, IndexOf(labelled, "INAM"u8));
    }

    private static byte[] Little(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, value);
        return bytes;
    }

    private static int IndexOf(byte[] file, ReadOnlySpan<byte> text) => file.AsSpan().IndexOf(text);

    private static long Number(byte[] file, int at) => BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at));
}
