using System.Buffers.Binary;
using System.Security.Cryptography;
using AiLabels.Reports;
using AiLabels.Testing;
using AiLabels.Testing.C2pa;
using static AiLabels.Testing.Mp4;
using Map = System.Collections.Generic.Dictionary<object, object?>;

namespace AiLabels.Tests.C2pa;

/// <summary>A hash that matches proves nothing about media that it leaves out: what a player shows must be what was signed.</summary>
public sealed class PlayedMediaTests
{
    private const string OutsideHash = "content.outsideHash";
    private const int FragmentLength = 72;

    private static readonly byte[] Free = Box("free", new byte[200]);

    [Theory]
    [InlineData("mdat", true)]
    [InlineData("free", false)]
    public async Task Read_FragmentPlaysBytesOfABox_IsIntactOnlyIfTheyAreHashed(string played, bool isIntact)
    {
        // The run begins at the payload of the box behind the fragment, or of the one behind that.
        var offset = played == "free" ? FragmentLength + 8 : FragmentLength + Free.Length + 8;
        var report = await Inspect.Bytes(Signed([Movie(), Fragment(offset), Free, Mdat(100)], "/free"));

        AssertIntegrity(report, isIntact, OutsideHash);
    }

    [Theory]
    [InlineData("mdat", true)]
    [InlineData("free", false)]
    [InlineData("beyond", false)]
    public async Task Read_ChunkOffsetChangedAfterSigning_IsIntactOnlyIfItLeadsToHashedBytes(string target, bool isIntact)
    {
        // Writers leave chunk offsets out of the hash, so that a file may be moved.
        byte[][] media = [Free, Mdat(100), Moov(Testing.Movie.Trak(Testing.Movie.AvcC, "", 1, 50))];
        var file = SignedMp4.Build(Active(), media, "c2pa.hash.bmff.v3", (_, boxes) => new Map
        {
            ["exclusions"] = new object?[]
            {
                SignedMp4.ExcludeC2paBox(), SignedMp4.Exclude("/ftyp"), SignedMp4.Exclude("/free"),
                SignedMp4.Exclude("/moov/trak/mdia/minf/stbl/stco", (16, 0)),
            },
            ["alg"] = "sha256",
            ["hash"] = SHA256.HashData(Concat(
                UInt64((ulong)boxes[1].Offset), boxes[1].Box, UInt64((ulong)boxes[2].Offset), boxes[2].Box[..^4])),
        });
        var place = target == "beyond" ? file.Length : file.AsSpan().IndexOf(target == "free" ? "free"u8 : "mdat"u8) + 4;
        BinaryPrimitives.WriteUInt32BigEndian(file.AsSpan(file.Length - 4), (uint)place);

        var report = await Inspect.Bytes(file);

        AssertIntegrity(report, isIntact, OutsideHash);
    }

    [Fact]
    public async Task Read_TrackTakesItsMediaFromAnotherFile_IsBroken()
    {
        var dref = FullBox("dref", UInt32(1), FullBox("url ", "http://example.org/x.mp4\0"u8.ToArray()));
        var trak = Box("trak", Box("mdia", Box("minf", Box("dinf", dref))));

        var report = await Inspect.Bytes(Signed([Mdat(100), Moov(trak)]));

        AssertIntegrity(report, isIntact: false, OutsideHash);
    }

    [Fact]
    public async Task Read_HashWithoutTheMovie_IsBroken()
    {
        var report = await Inspect.Bytes(Signed([Mdat(100), Moov()], "/moov"));

        AssertIntegrity(report, isIntact: false, OutsideHash);
    }

    [Fact]
    public async Task Read_MovieAppended_IsBroken()
    {
        var report = await Inspect.Bytes(Concat(Signed([Mdat(100), Moov()]), Ftyp, Moov(), Mdat()));

        AssertIntegrity(report, isIntact: false, "assertion.bmffHash.mismatch");
    }

    [Fact]
    public async Task Read_SecondManifestStore_IsBroken()
    {
        var file = Signed([Mdat(100), Moov()]);

        var report = await Inspect.Bytes(Concat(file, SignedMp4.C2paBox(Jumbf.Store(Active().Build()))));

        AssertIntegrity(report, isIntact: false, "general.error");
    }

    [Theory]
    [InlineData("anything")]
    [InlineData("merkle")]
    public async Task Read_BoxOfUnknownPurposeBesideTheStore_IsBroken(string purpose)
    {
        var file = Signed([Mdat(100), Moov()]);

        var report = await Inspect.Bytes(Concat(file, SignedMp4.C2paBox(Box("jumb", new byte[50]), purpose)));

        AssertIntegrity(report, isIntact: false, "container.c2paBox");
    }

    [Theory]
    [InlineData("original")]
    [InlineData("update")]
    public async Task Read_PurposeRenamedToOneOfAPair_IsBroken(string purpose)
    {
        // The hash leaves the box out, its purpose included; the same length keeps every offset.
        var file = Signed([Mdat(100), Moov()]);
        System.Text.Encoding.ASCII.GetBytes(purpose.PadRight(8, '\0')).CopyTo(file, file.AsSpan().IndexOf("manifest"u8));

        var report = await Inspect.Bytes(file);

        Assert.NotEqual(CredentialIntegrity.Intact, report.Credentials.Integrity);
        Assert.NotEqual(AiOrigin.NotFound, report.Origin);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(50, false)]
    public async Task Read_DataHashWithExclusion_IsIntactOnlyIfItIsTheStore(int wider, bool isIntact)
    {
        var media = Concat(Avi.Header, Avi.Movi);
        var active = Active();
        for (var length = 4000; ;)
        {
            var head = Avi.FileWith(media, new byte[length])[..(12 + media.Length)];
            active.Binding = ("c2pa.hash.data", new Map
            {
                ["exclusions"] = new object?[] { new Map { ["start"] = head.Length - wider, ["length"] = length + wider } },
                ["alg"] = "sha256",
                ["hash"] = SHA256.HashData(head[..^wider]),
            });
            var file = Avi.FileWith(media, Avi.Chunk("C2PA", Jumbf.Store(active.Build())));
            if (file.Length == head.Length + length)
            {
                AssertIntegrity(await Inspect.Bytes(file), isIntact, "assertion.dataHash.additionalExclusionsPresent");
                return;
            }

            length = file.Length - head.Length;
        }
    }

    /// <remarks>The store follows the movie, and the indexes precede it: both are signed.</remarks>
    [Theory]
    [InlineData("idx1", "movi", true)]
    [InlineData("idx1", "store", false)]
    [InlineData("idx1 of the file", "movi", true)]
    [InlineData("idx1 of the file", "store", false)]
    [InlineData("indx", "movi", true)]
    [InlineData("indx", "store", false)]
    [InlineData("ix00", "movi", true)]
    [InlineData("ix00", "store", false)]
    public async Task Read_IndexOfAvi_IsIntactOnlyIfItLeadsToHashedBytes(string index, string target, bool isIntact)
    {
        var active = Active();
        for (var length = 4000; ;)
        {
            byte[] Build(byte[] chunk) => IndexedAvi(index, target, chunk);
            var (whole, store) = (Build(new byte[length]), Build([]).Length);
            active.Binding = ("c2pa.hash.data", new Map
            {
                ["exclusions"] = new object?[] { new Map { ["start"] = store, ["length"] = length } },
                ["alg"] = "sha256",
                ["hash"] = SHA256.HashData(whole[..store]),
            });
            var signed = Avi.Chunk("C2PA", Jumbf.Store(active.Build()));
            if (signed.Length == length)
            {
                AssertIntegrity(await Inspect.Bytes(Build(signed)), isIntact, OutsideHash);
                return;
            }

            length = signed.Length;
        }
    }

    /// <summary>Two frames of 100 bytes; the second entry of the index leads to the second frame or into the manifest store.</summary>
    private static byte[] IndexedAvi(string index, string target, byte[] store)
    {
        var frame = Avi.Chunk("00dc", new byte[100]);
        var movie = Avi.List("movi", frame, frame);
        var ofFile = index == "idx1 of the file";
        byte[] Head(byte[] table) => index switch
        {
            "indx" or "ix00" => Concat(Avi.Header, Avi.List("hdrl", Avi.List("strl", Avi.Chunk("indx", table)))),
            _ => Avi.Header,
        };
        byte[] Tail(byte[] table) => index is "indx" or "ix00" ? [] : Avi.Chunk("idx1", table);
        var standard = index == "ix00" ? Avi.Chunk("ix00", Standard(0, 0)) : [];
        var empty = index == "ix00" ? Super(0, 0) : index == "indx" ? Standard(0, 0) : new byte[32];
        var start = 12L + Head(empty).Length;
        var second = target == "movi"
            ? start + 12 + frame.Length
            : start + movie.Length + Tail(empty).Length + standard.Length + 200;
        var first = start + 12;
        var table = index switch
        {
            "indx" => Standard(first + 8, second + 8),
            "ix00" => Super(start + movie.Length, standard.Length),
            _ => Concat(Entry(ofFile ? first : 4), Entry(ofFile ? second : second - first + 4)),
        };
        standard = index == "ix00" ? Avi.Chunk("ix00", Standard(first + 8, second + 8)) : [];
        return Avi.FileWith(Head(table), movie, Tail(table), standard, store);
    }

    private static byte[] Entry(long offset) => Concat("00dc"u8.ToArray(), Little(16), Little((uint)offset), Little(100));

    private static byte[] Standard(long first, long second) => Concat(
        [2, 0, 0, 1], Little(2), "00dc"u8.ToArray(), new byte[12], Little((uint)first), Little(100), Little((uint)second), Little(100));

    private static byte[] Super(long place, int length) => Concat(
        [4, 0, 0, 0], Little(1), "00dc"u8.ToArray(), new byte[12], Little((uint)place), Little(0), Little((uint)length), Little(2));

    private static byte[] Little(uint value) => [.. UInt32(value).Reverse()];

    private static void AssertIntegrity(LabelReport report, bool isIntact, string code)
    {
        Assert.Equal(isIntact ? CredentialIntegrity.Intact : CredentialIntegrity.Broken, report.Credentials.Integrity);
        Assert.Equal(isIntact ? AiOrigin.Confirmed : AiOrigin.Suspected, report.Origin);
        if (!isIntact)
        {
            Assert.Contains(report.Problems, problem => problem.Code == code);
        }
    }

    private static ManifestBuilder Active() => new ManifestBuilder("urn:c2pa:1").Action("c2pa.created", SourceTypes.Trained);

    private static byte[] Signed(byte[][] media, params string[] excluded) => SignedMp4.Build(Active(), media, "c2pa.hash.bmff.v3",
        (_, boxes) => SignedMp4.Hash(
            [.. boxes.Where(box => !excluded.Contains($"/{System.Text.Encoding.ASCII.GetString(box.Box, 4, 4)}"))],
            [SignedMp4.ExcludeC2paBox(), SignedMp4.Exclude("/ftyp"), .. excluded.Select(path => SignedMp4.Exclude(path))]));

    private static byte[] Movie() =>
        Moov(Testing.Movie.Trak(Testing.Movie.AvcC, "", 0, 0), Box("mvex", FullBox("trex", UInt32(1), new byte[16])));

    /// <summary>One run of one sample of 60 bytes.</summary>
    private static byte[] Fragment(int offset)
    {
        var trun = Claim(24, "trun", UInt32(0x201), UInt32(1), UInt32((uint)offset), UInt32(60));
        return Box("moof", FullBox("mfhd", UInt32(1)), Box("traf", Claim(16, "tfhd", UInt32(0x20000), UInt32(1)), trun));
    }
}
