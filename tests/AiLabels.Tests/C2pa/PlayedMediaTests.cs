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
