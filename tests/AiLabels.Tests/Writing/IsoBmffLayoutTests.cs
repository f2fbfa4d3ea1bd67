using System.Buffers.Binary;
using AiLabels.Reading;
using AiLabels.Reports;
using AiLabels.Testing;
using static AiLabels.Testing.Mp4;

namespace AiLabels.Tests.Writing;

/// <summary>Positions in MP4 files: each still points to the same bytes.</summary>
public sealed class IsoBmffLayoutTests
{
    private static readonly byte[] Media = "the media of this movie"u8.ToArray();

    /// <summary>ftyp, a movie with <paramref name="table"/>, mdat: all offsets precede their targets.</summary>
    private static byte[] MovieFirst(Func<uint, byte[]> table, params byte[][] between)
    {
        var length = Concat(Ftyp, Moov(table(0)), Concat(between)).Length;
        return Concat(Ftyp, Moov(table((uint)length + 8)), Concat(between), Box("mdat", Media));
    }

    private static byte[] Stbl(params byte[][] tables) => Box("trak", Box("mdia", Box("minf", Box("stbl", tables))));

    private static byte[] Stco(uint offset) => Stbl(FullBox("stco", UInt32(1), UInt32(offset)));

    [Fact]
    public async Task WriteAsync_MovieBeforeMedia_MovesItsChunkOffsets()
    {
        var labelled = await Labelling.Written(MovieFirst(Stco));

        AssertPointsToMedia(labelled, Number(labelled, "stco", 12, 4));
    }

    [Fact]
    public async Task WriteAsync_AuxiliaryInformation_MovesAlong()
    {
        var labelled = await Labelling.Written(MovieFirst(static offset => Stbl(FullBox("saio", UInt32(1), UInt32(offset)))));

        AssertPointsToMedia(labelled, Number(labelled, "saio", 12, 4));
    }

    [Fact]
    public async Task WriteAsync_ItemLocations_MoveAlong()
    {
        // offset_size 4, length_size 4, base_offset_size 0; one item of one extent.
        static byte[] Iloc(uint offset) =>
            FullBox("meta", Hdlr("null"), FullBox("iloc", [0x44, 0, 0, 1, 0, 1, 0, 0, 0, 1], UInt32(offset), UInt32(4)));

        var labelled = await Labelling.Written(MovieFirst(Iloc));

        AssertPointsToMedia(labelled, Number(labelled, "iloc", 8 + 10, 4));
    }

    [Fact]
    public async Task WriteAsync_FreeSpaceBehindTheMovie_IsUsedAndNothingMoves()
    {
        // Arrange
        var file = MovieFirst(Stco, Box("free", new byte[1000]));

        // Act
        var labelled = await Labelling.Written(file);

        // Assert
        Assert.Equal(file.Length, labelled.Length);
        Assert.Equal(Number(file, "stco", 12, 4), Number(labelled, "stco", 12, 4));
        AssertPointsToMedia(labelled, Number(labelled, "stco", 12, 4));
    }

    [Fact]
    public async Task WriteAsync_FreeSpaceTooSmall_MovesTheMedia()
    {
        var file = MovieFirst(Stco, Box("free", new byte[20]));

        var labelled = await Labelling.Written(file);

        AssertPointsToMedia(labelled, Number(labelled, "stco", 12, 4));
    }

    [Fact]
    public async Task WriteAsync_SegmentIndexBeforeTheMovie_CountsOverTheLabel()
    {
        var movie = Moov();
        byte[] Sidx(uint first) =>
            FullBox("sidx", UInt32(1), UInt32(1000), UInt32(0), UInt32(first), [0, 0, 0, 1], UInt32((uint)Media.Length + 8), UInt32(1),
                UInt32(0));
        var file = Concat(Ftyp, Sidx((uint)movie.Length), movie, Box("mdat", Media));

        var labelled = await Labelling.Written(file);

        var sidx = IndexOf(labelled, "sidx") - 4;
        Assert.Equal(IndexOf(labelled, "mdat") - 4, sidx + Sidx(0).Length + Number(labelled, "sidx", 4 + 16, 4));
    }

    [Fact]
    public async Task WriteAsync_OneMdatForEachFrameOfHours_TakesTheLabel()
    {
        // Arrange: more boxes than a reader visits; media are counted apart.
        var frames = Concat([.. Enumerable.Repeat(Mdat(10), 150_000)]);

        // Act
        var labelled = await Labelling.Written(Concat(Ftyp, frames, Moov()));

        // Assert
        Assert.Equal(AiOrigin.Confirmed, (await Inspect.Bytes(labelled)).Origin);
    }

    [Fact]
    public async Task WriteAsync_FragmentsWithAbsoluteOffsets_MoveAlong()
    {
        static byte[] Fragment(ulong basis) =>
            Box("moof", Box(
                "traf", Claim(24, "tfhd", UInt32(1), UInt32(1), UInt64(basis)), Claim(20, "trun", UInt32(1), UInt32(1), UInt32(0))));
        static byte[] Index(uint moof) => Box("mfra", FullBox("tfra", UInt32(1), UInt32(0), UInt32(1), UInt32(0), UInt32(moof), [1, 1, 1]));
        var moof = Concat(Ftyp, Moov()).Length;
        var file = Concat(Ftyp, Moov(), Fragment((ulong)(moof + Fragment(0).Length + 8)), Box("mdat", Media), Index((uint)moof));

        var labelled = await Labelling.Written(file);

        AssertPointsToMedia(labelled, Number(labelled, "tfhd", 4 + 8, 8));
        Assert.Equal(IndexOf(labelled, "moof") - 4, Number(labelled, "tfra", 4 + 20, 4));
    }

    [Fact]
    public async Task WriteAsync_ChunksInTheMovieBox_PointToTheSameBytes()
    {
        // Arrange
        static byte[] File(uint before, uint behind) => Concat(
            Ftyp,
            Moov(Stbl(FullBox("stco", UInt32(2), UInt32(before), UInt32(behind))), Udta(Box("©nam", [0, 1, 0, 0, (byte)'T'])),
                Box("kept", Media)));
        var (mvhd, kept) = ((uint)IndexOf(File(0, 0), "mvhd"), (uint)IndexOf(File(0, 0), "kept") + 4);

        // Act
        var labelled = await Labelling.Written(File(mvhd, kept));

        // Assert
        Assert.Equal("mvhd"u8, labelled.AsSpan((int)Number(labelled, "stco", 12, 4), 4));
        AssertPointsToMedia(labelled, Number(labelled, "stco", 16, 4));
    }

    /// <summary>
    /// As in files whose offsets were wrong before: the chunk covers the size of the box that receives the label, which has to change.
    /// </summary>
    [Fact]
    public async Task WriteAsync_ChunkOverTheHeaderOfTheMovie_ChangesInTheSizeOfThatBoxAlone()
    {
        // Arrange
        static byte[] File(uint chunk) => Concat(Ftyp, Box("mdat", Media), Moov(Stco(chunk)));
        var moov = IndexOf(File(0), "moov") - 4;
        var file = File((uint)moov - 6);

        // Act
        var labelled = await Labelling.Written(file);

        // Assert
        Assert.Equal(moov - 6, Number(labelled, "stco", 12, 4));
        var changed = Enumerable.Range(0, file.Length).Where(i => file[i] != labelled[i]).ToList();
        Assert.All(changed, i => Assert.InRange(i, moov, moov + 3));
        Assert.NotEmpty(changed);
    }

    /// <summary>QuickTime terminates a udta with four zero bytes; anything after them is never read.</summary>
    [Fact]
    public async Task WriteAsync_TerminatedUserData_TakesTheLabelBeforeItsEnd()
    {
        var labelled = await Labelling.Written(FileWith(Udta(Box("©nam", [0, 1, 0, 0, (byte)'T']), UInt32(0))));

        Assert.Equal("moov/udta/meta/ilst/AIGC", Assert.Single((await Inspect.Bytes(labelled)).Findings).Source.Path);
    }

    /// <summary>Apple's devices write a list for the movie itself; ffmpeg mixes up the keys of two lists.</summary>
    [Fact]
    public async Task WriteAsync_ListOfTheMovieOnly_TakesTheLabel()
    {
        var labelled = await Labelling.Written(FileWith(QuickTimeMetaWithKeys(("com.apple.quicktime.make", "Apple"))));

        Assert.Equal("moov/meta/ilst/AIGC", Assert.Single((await Inspect.Bytes(labelled)).Findings).Source.Path);
    }

    [Fact]
    public async Task WriteAsync_ListsInBothPlaces_JoinsTheStandardOne()
    {
        var labelled = await Labelling.Written(FileWith(QuickTimeMetaWithKeys(("make", "Apple")), Udta(MetaWithKeys(("title", "Title")))));

        Assert.Equal("moov/udta/meta/ilst/AIGC", Assert.Single((await Inspect.Bytes(labelled)).Findings).Source.Path);
    }

    /// <summary>Keys with a wrong count cannot be extended; the label gets its own list.</summary>
    [Fact]
    public async Task WriteAsync_KeysWithAWrongCount_StayAlone()
    {
        // Arrange
        var broken = FullBox(
            "meta", Hdlr("mdta"), FullBox("keys", UInt32(7), Box("mdta", "title"u8.ToArray())), Box("ilst", Item(1, Text("Title"))));

        // Act
        var labelled = await Labelling.Written(FileWith(Udta(broken)));

        // Assert
        Assert.NotEqual(-1, labelled.AsSpan().IndexOf(broken));
    }

    [Fact]
    public async Task WriteAsync_LargeBoxesAndAMovieToTheEnd_KeepTheirForm()
    {
        var children = Udta(MetaWithKeys(("title", "Title")));
        var movie = LargeBox("moov", Moov()[8..], children);
        var toTheEnd = Concat(UInt32(0), "moov"u8.ToArray(), Moov()[8..], children);

        foreach (var file in new[] { Concat(Ftyp, movie, Mdat()), Concat(Ftyp, Mdat(), toTheEnd) })
        {
            var labelled = await Labelling.Written(file);

            Assert.Equal(Number(file, "moov", -4, 4), Number(labelled, "moov", -4, 4));
        }
    }

    [Theory]
    [InlineData("dref", "another file")]
    [InlineData("cmov", "compressed")]
    public async Task WriteAsync_MediaElsewhereOrCompressedMovie_IsRefused(string type, string reason)
    {
        // Arrange
        byte[] entry = [0, 0, 0, 12, .. "url "u8, 0, 0, 0, 0];
        var box = type == "cmov"
            ? Movie.Compressed(Moov())[8..]
            : Box("trak", Box("mdia", Box("minf", Box("dinf", FullBox("dref", UInt32(1), entry)))));

        // Act
        var (outcome, _) = await Labelling.Bytes(FileWith(box));

        // Assert
        Assert.Equal(Refusal.UnsupportedLayout, outcome.Refusal);
        Assert.Contains(reason, outcome.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WriteAsync_MediaSegmentWithoutMovie_IsRefused() =>
        await Labelling.AssertRefused(
            Refusal.UnsupportedLayout, Concat(Box("styp", "msdh"u8.ToArray(), UInt32(0)), Box("moof", FullBox("mfhd", UInt32(1))), Mdat()));

    /// <summary>Just below 4 GiB an offset fits 32 bits; with the label before it, it does not.</summary>
    [Fact]
    public async Task WriteAsync_OffsetsThatOutgrow32Bits_Become64BitsWide()
    {
        // Arrange
        var head = Concat(Ftyp, Moov(Stco(0xFFFFFFF0), Stbl(FullBox("co64", UInt32(1), UInt64(0x1_0000_0010)))), UInt32(1),
            "mdat"u8.ToArray(), UInt64(0x1_0000_1000));
        var source = new SparseByteSource(head, 0x1_0000_2000 - 0x1000 + head.Length - 16);
        await using var output = new HeadOnly(head.Length + 1000);

        // Act
        var outcome = await new LabelWriter(new(), TimeProvider.System).WriteAsync(source, output, Labelling.Generated);

        // Assert
        Assert.True(outcome.IsWritten, outcome.Message);
        var grown = outcome.Length - source.Length;
        Assert.Equal(-1, output.Head.AsSpan().IndexOf("stco"u8));
        var first = IndexOf(output.Head, "co64");
        Assert.Equal(0xFFFFFFF0 + grown, Number(output.Head, "co64", 12, 8));
        Assert.Equal(0x1_0000_0010 + grown, Number(output.Head[(first + 4)..], "co64", 12, 8));
    }

    private static void AssertPointsToMedia(byte[] file, long offset) => Assert.Equal(Media[..4], file[(int)offset..((int)offset + 4)]);

    private static int IndexOf(byte[] file, string type)
    {
        var at = file.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes(type));
        Assert.NotEqual(-1, at);
        return at;
    }

    /// <param name="at">Offset in the box, from its type.</param>
    private static long Number(byte[] file, string type, int at, int width)
    {
        var field = file.AsSpan(IndexOf(file, type) + at, width);
        return width == 4 ? BinaryPrimitives.ReadUInt32BigEndian(field) : BinaryPrimitives.ReadInt64BigEndian(field);
    }

    /// <summary>Some bytes, followed by zeros.</summary>
    private sealed class SparseByteSource(byte[] head, long length) : IByteSource
    {
        public long Length => length;

        public ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var count = (int)Math.Min(buffer.Length, length - offset);
            buffer.Span[..count].Clear();
            if (offset < head.Length)
            {
                head.AsSpan((int)offset, Math.Min(count, head.Length - (int)offset)).CopyTo(buffer.Span);
            }

            return ValueTask.FromResult(count);
        }
    }

    /// <summary>Keeps the beginning of the written bytes.</summary>
    private sealed class HeadOnly(int length) : Stream
    {
        private readonly MemoryStream _head = new();

        public byte[] Head => _head.ToArray();

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override void Write(byte[] buffer, int offset, int count) =>
            _head.Write(buffer, offset, (int)Math.Clamp(length - _head.Length, 0, count));

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            _head.Write(buffer.Span[..(int)Math.Clamp(length - _head.Length, 0, buffer.Length)]);
            return ValueTask.CompletedTask;
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
