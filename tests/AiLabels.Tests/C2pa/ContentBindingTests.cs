using System.Security.Cryptography;
using AiLabels.Reports;
using AiLabels.Testing;
using AiLabels.Testing.C2pa;
using static AiLabels.Testing.C2pa.SignedMp4;

namespace AiLabels.Tests.C2pa;

public sealed class ContentBindingTests
{
    private const string Trained = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
    private const string Bmff = "c2pa.hash.bmff.v3";

    [Fact]
    public async Task Read_AnyByteOfTheMediaChanged_IsBrokenAndOnlySuspected()
    {
        var file = Build(Manifest());
        var media = file.Length - Mp4.Mdat().Length - Mp4.Moov().Length;

        foreach (var at in new[] { media + 8, media + Mp4.Mdat().Length - 1, file.Length - 1 })
        {
            var report = await Inspect.Bytes(Flip(file, at));
            Assert.Equal((CredentialIntegrity.Broken, AiOrigin.Suspected), (report.Credentials.Integrity, report.Origin));
            Assert.Contains(report.Problems, problem => problem.Code == "assertion.bmffHash.mismatch");
        }
    }

    [Fact]
    public async Task Read_ExcludedByteChanged_IsIntact()
    {
        Assert.Equal(CredentialIntegrity.Intact, await IntegrityOf(Flip(Build(Manifest()), 9)));
    }

    [Fact]
    public async Task Read_BoxAppendedOrMoved_IsBroken()
    {
        var file = Build(Manifest());
        var head = file[..^(Mp4.Mdat().Length + Mp4.Moov().Length)];

        Assert.Equal(CredentialIntegrity.Broken, await IntegrityOf(Mp4.Concat(file, Mp4.Box("free", new byte[4]))));
        Assert.Equal(CredentialIntegrity.Broken, await IntegrityOf(Mp4.Concat(head, Mp4.Moov(), Mp4.Mdat())));
        Assert.Equal(CredentialIntegrity.Broken, await IntegrityOf(Mp4.Concat(Mp4.Ftyp, Mp4.Mdat(), Mp4.Moov(), head[Mp4.Ftyp.Length..])));
    }

    [Fact]
    public async Task Read_TwoManifestStores_AreBothDisbelieved()
    {
        // Arrange
        var file = Build(Manifest());
        var store = file[Mp4.Ftyp.Length..^(Mp4.Mdat().Length + Mp4.Moov().Length)];

        // Act
        var report = await Inspect.Bytes(Mp4.Concat(file, store));

        // Assert
        Assert.Equal((CredentialIntegrity.Broken, AiOrigin.Suspected), (report.Credentials.Integrity, report.Origin));
    }

    [Fact]
    public async Task Read_WithoutContentHash_StaysUnverifiedAndReadsLittle()
    {
        // Arrange
        var source = new MemoryByteSource(
            Build(Manifest(), [Mp4.Mdat(1 << 20), Mp4.Moov()], Bmff, (_, boxes) => Hash(boxes, ExcludeC2paBox(), Exclude("/ftyp"))));

        // Act
        var report = await Inspect.Source(source, new LabelReaderOptions { CheckContentHash = false });

        // Assert
        Assert.Equal((CredentialIntegrity.Unverified, AiOrigin.Suspected), (report.Credentials.Integrity, report.Origin));
        Assert.InRange(report.BytesRead, 1, 256 << 10);
    }

    [Fact]
    public async Task Read_ManifestWithoutOrWithTwoBindings_IsBroken()
    {
        var none = Embed(Jumbf.Store(Manifest().Build()));
        var two = Build(
            Manifest().Assertion("c2pa.hash.data", new Dictionary<object, object?> { ["hash"] = new byte[32], ["alg"] = "sha256" }));

        Assert.Contains((await Inspect.Bytes(none)).Problems, problem => problem.Code == "claim.hardBindings.missing");
        Assert.Contains((await Inspect.Bytes(two)).Problems, problem => problem.Code == "assertion.multipleHardBindings");
    }

    [Fact]
    public async Task Read_DataHash_CoversAllButTheExcludedRange()
    {
        var file = Build(Manifest(), [Mp4.Mdat(), Mp4.Moov()], "c2pa.hash.data", DataHash);

        Assert.Equal(CredentialIntegrity.Intact, await IntegrityOf(file));
        Assert.Equal(CredentialIntegrity.Broken, await IntegrityOf(Flip(file, 9)));
        Assert.Equal(CredentialIntegrity.Broken, await IntegrityOf(Flip(file, file.Length - 1)));
    }

    [Fact]
    public async Task Read_FirstVersion_HashesTheFileWithoutOffsets()
    {
        var file = Build(Manifest(), [Mp4.Mdat(), Mp4.Moov()], "c2pa.hash.bmff", (_, boxes) => new()
        {
            ["exclusions"] = new object?[] { ExcludeC2paBox(), Exclude("/ftyp") },
            ["alg"] = "sha256",
            ["hash"] = SHA256.HashData(Mp4.Concat([.. boxes.Select(box => box.Box)])),
        });

        Assert.Equal(CredentialIntegrity.Intact, await IntegrityOf(file));
    }

    /// <summary>
    /// An exclusion, and the bytes of the free box (0) or of the moov box (1) that it excludes by the rules of section 18.6.2.
    /// </summary>
    public static TheoryData<string, Dictionary<object, object?>, int, int, int> Exclusions() => new()
    {
        { "whole box", Exclude("/free"), 0, 0, 16 },
        { "subset", Exclude("/free", (8, 2)), 0, 8, 10 },
        { "subset to the end", Exclude("/free", (9, 0)), 0, 9, 16 },
        { "subset beyond the end", Exclude("/free", (14, 100)), 0, 14, 16 },
        { "subset behind the end", Exclude("/free", (100, 1)), 0, 0, 0 },
        { "first of its type", Exclude("/free[1]"), 0, 0, 16 },
        { "second of its type", Exclude("/free[2]"), 0, 0, 0 },
        { "right length", new() { ["xpath"] = "/free", ["length"] = 16 }, 0, 0, 16 },
        { "wrong length", new() { ["xpath"] = "/free", ["length"] = 17 }, 0, 0, 0 },
        { "right version", new() { ["xpath"] = "/free", ["version"] = 1 }, 0, 0, 16 },
        { "wrong version", new() { ["xpath"] = "/free", ["version"] = 0 }, 0, 0, 0 },
        { "exact flags", new() { ["xpath"] = "/free", ["flags"] = new byte[] { 0, 0, 3 } }, 0, 0, 16 },
        { "fewer flags than exact", new() { ["xpath"] = "/free", ["flags"] = new byte[] { 0, 0, 1 } }, 0, 0, 0 },
        { "flags among others", new() { ["xpath"] = "/free", ["flags"] = new byte[] { 0, 0, 1 }, ["exact"] = false }, 0, 0, 16 },
        { "flags not set", new() { ["xpath"] = "/free", ["flags"] = new byte[] { 0, 0, 4 }, ["exact"] = false }, 0, 0, 0 },
        { "nested box", Exclude("/moov/mvhd"), 1, 8, 116 },
        { "part of a nested box", Exclude("/moov/mvhd", (8, 4)), 1, 16, 20 },
        { "box that is not there", Exclude("/moov/trak/mdia"), 1, 0, 0 },
    };

    [Theory]
    [MemberData(nameof(Exclusions))]
    public async Task Read_Exclusion_LeavesOutWhatTheRulesSay(string what, Dictionary<object, object?> exclusion, int box, int from, int to)
    {
        // Arrange
        byte[][] media = [Mp4.Box("free", [1, 0, 0, 3, 5, 6, 7, 8]), Mp4.Moov(), Mp4.Mdat()];

        // Act
        var file = Build(Manifest(), media, Bmff, (_, boxes) => new()
        {
            ["exclusions"] = new object?[] { ExcludeC2paBox(), Exclude("/ftyp"), exclusion },
            ["alg"] = "sha256",
            ["hash"] = SHA256.HashData(Mp4.Concat([.. boxes.Select((b, i) => i == box ? Without(b, from, to) : Without(b, 0, 0))])),
        });

        // Assert
        Assert.True(await IntegrityOf(file) == CredentialIntegrity.Intact, what);
    }

    private static ManifestBuilder Manifest() => new ManifestBuilder("urn:c2pa:1").Action("c2pa.created", Trained);

    private static async Task<CredentialIntegrity> IntegrityOf(byte[] file) => (await Inspect.Bytes(file)).Credentials.Integrity;

    private static byte[] Flip(byte[] file, int at)
    {
        var changed = (byte[])file.Clone();
        changed[at] ^= 1;
        return changed;
    }

    private static Dictionary<object, object?> DataHash(byte[] file, (long Offset, byte[] Box)[] boxes)
    {
        // From the C2PA box to the media; 4-byte numbers keep their length whatever their value.
        var (start, end) = (Mp4.Ftyp.Length, (int)boxes[0].Offset);
        return new()
        {
            ["exclusions"] = new object?[] { new Dictionary<object, object?> { ["start"] = start, ["length"] = end - start } },
            ["alg"] = "sha256",
            ["hash"] = SHA256.HashData([.. file[..start], .. file[end..]]),
        };
    }

    /// <summary>
    /// The bytes that one box adds to the hash: none if all of it is excluded, otherwise its offset and the remaining bytes.
    /// </summary>
    private static byte[] Without((long Offset, byte[] Box) box, int from, int to) =>
        to - from == box.Box.Length ? [] : [.. Mp4.UInt64((ulong)box.Offset), .. box.Box[..from], .. box.Box[to..]];
}
