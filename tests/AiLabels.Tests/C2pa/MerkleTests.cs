using System.Security.Cryptography;
using AiLabels.Reports;
using AiLabels.Testing;
using AiLabels.Testing.C2pa;
using static AiLabels.Testing.C2pa.SignedMp4;

namespace AiLabels.Tests.C2pa;

public sealed class MerkleTests
{
    private const int BlockLength = 100;

    private static readonly byte[] Media = Mp4.Box("mdat", [.. Enumerable.Range(0, 8 + 1050).Select(i => (byte)(i * 7))]);

    /// <summary>Eleven leaves: rows of 11, 6, 3, 2 and 1.</summary>
    [Theory]
    [InlineData(11)]
    [InlineData(6)]
    [InlineData(3)]
    [InlineData(2)]
    [InlineData(1)]
    public async Task Read_AnyRowOfTheTree_CoversAllOfTheMedia(int row)
    {
        var file = BuildWithTree(row);

        Assert.Equal(CredentialIntegrity.Intact, await IntegrityOf(file));
        foreach (var at in new[] { file.Length - 1, file.Length - Media.Length + 16, file.Length - Media.Length + 555,
            file.Length - Media.Length + 9 })
        {
            Assert.Equal(CredentialIntegrity.Broken, await IntegrityOf(Flip(file, at)));
        }
    }

    [Fact]
    public async Task Read_VariableBlocks_MustFillTheMedia()
    {
        Assert.Equal(CredentialIntegrity.Intact, await IntegrityOf(BuildWithBlocks([50, 1000])));
        Assert.Equal(CredentialIntegrity.Broken, await IntegrityOf(BuildWithBlocks([50, 999])));
    }

    [Fact]
    public async Task Read_MediaBoxWithoutATree_IsBroken()
    {
        // The exclusion removes every mdat from the file's hash: one that no tree covers could hold anything.
        var file = Build(
            Manifest(), [Mp4.Moov(), Mp4.Mdat(), Media], "c2pa.hash.bmff.v3", (_, boxes) => Bind(boxes, Map(Leaves(), 11, 11)));

        Assert.Equal(CredentialIntegrity.Broken, await IntegrityOf(file));
    }

    [Theory]
    [InlineData(0, 11)]
    [InlineData(1, 11)]
    [InlineData(-1, 11)]
    [InlineData(long.MaxValue, -1)]
    [InlineData(long.MaxValue, 0)]
    public async Task Read_ForgedBlockSize_IsBroken(long blockSize, int count)
    {
        var map = Map(Leaves(), count, 11);
        map["fixedBlockSize"] = blockSize;

        Assert.Equal(CredentialIntegrity.Broken,
            await IntegrityOf(Build(Manifest(), [Mp4.Moov(), Media], "c2pa.hash.bmff.v3", (_, boxes) => Bind(boxes, map))));
    }

    [Fact]
    public async Task Read_TreesWithoutTheFilesHash_AreBroken()
    {
        var file = Build(Manifest(), [Mp4.Moov(), Media], "c2pa.hash.bmff.v3", (_, boxes) =>
        {
            var content = Bind(boxes, Map(Leaves(), 11, 11));
            content.Remove("hash");
            return content;
        });

        Assert.Equal(CredentialIntegrity.Broken, await IntegrityOf(file));
    }

    [Fact]
    public async Task Read_FragmentsInOneFile_AreEachCovered()
    {
        byte[][] fragments = [.. Enumerable.Range(0, 3).Select(i => Mp4.Concat(Mp4.Box("moof", [(byte)i]), Mp4.Mdat(50 + i)))];
        var file = BuildFragmented(fragments);

        Assert.Equal(CredentialIntegrity.Intact, await IntegrityOf(file));
        foreach (var at in new[] { file.Length - 1, file.Length - fragments[2].Length - 1,
            file.Length - fragments.Sum(fragment => fragment.Length) - 1 })
        {
            Assert.Equal(CredentialIntegrity.Broken, await IntegrityOf(Flip(file, at)));
        }

        Assert.Equal(CredentialIntegrity.Broken, await IntegrityOf([.. file, .. fragments[0]]));
        Assert.Equal(CredentialIntegrity.Broken, await IntegrityOf(file[..^fragments[2].Length]));
    }

    private static byte[] BuildFragmented(byte[][] fragments) =>
        Build(Manifest(), [Mp4.Moov(), .. fragments], "c2pa.hash.bmff.v3", (_, boxes) => new()
        {
            ["exclusions"] = new object?[] { ExcludeC2paBox(), Exclude("/ftyp") },
            ["alg"] = "sha256",
            ["merkle"] = new object?[]
        {
            new Dictionary<object, object?>
            {
                ["uniqueId"] = 1,
                ["localId"] = 1,
                ["count"] = fragments.Length,
                ["initHash"] = SHA256.HashData([.. Mp4.UInt64((ulong)boxes[0].Offset), .. boxes[0].Box]),
                ["hashes"] = boxes[1..].Select(object? (fragment) => HashFragment(fragment)).ToArray(),
            },
        },
        });

    /// <summary>moof and mdat, each after its offset.</summary>
    private static byte[] HashFragment((long Offset, byte[] Box) fragment)
    {
        const int MoofLength = 9;
        return SHA256.HashData(
        [
            .. Mp4.UInt64((ulong)fragment.Offset), .. fragment.Box[..MoofLength],
            .. Mp4.UInt64((ulong)fragment.Offset + MoofLength), .. fragment.Box[MoofLength..],
        ]);
    }

    private static byte[] BuildWithTree(int row) =>
        Build(Manifest(), [Mp4.Moov(), Media], "c2pa.hash.bmff.v3", (_, boxes) => Bind(boxes, Map(Leaves(), 11, row)));

    private static byte[] BuildWithBlocks(int[] blocks)
    {
        var map = Map([SHA256.HashData(Media.AsSpan(16, blocks[0])), SHA256.HashData(Media.AsSpan(16 + blocks[0], blocks[1]))], 2, 2);
        map.Remove("fixedBlockSize");
        map["variableBlockSizes"] = blocks.Select(object? (block) => block).ToArray();
        return Build(Manifest(), [Mp4.Moov(), Media], "c2pa.hash.bmff.v3", (_, boxes) => Bind(boxes, map));
    }

    /// <summary>The file's hash excludes every mdat after its first 16 bytes; the tree covers those.</summary>
    private static Dictionary<object, object?> Bind((long Offset, byte[] Box)[] boxes, Dictionary<object, object?> map)
    {
        var content =
            Hash([.. boxes.Select(box => box.Box[4] == (byte)'m' && box.Box[5] == (byte)'d' ? (box.Offset, box.Box[..16]) : box)],
                ExcludeC2paBox(), Exclude("/ftyp"), Exclude("/mdat", (16, 0)));
        content["merkle"] = new object?[] { map };
        return content;
    }

    private static Dictionary<object, object?> Map(IReadOnlyList<byte[]> leaves, int count, int row)
    {
        var hashes = leaves;
        while (hashes.Count > row)
        {
            hashes = [.. hashes.Chunk(2).Select(pair => pair.Length == 2 ? SHA256.HashData([.. pair[0], .. pair[1]]) : pair[0])];
        }

        return new()
        {
            ["uniqueId"] = 0,
            ["localId"] = 0,
            ["count"] = count,
            ["fixedBlockSize"] = BlockLength,
            ["hashes"] = hashes.Select(object? (hash) => hash).ToArray(),
        };
    }

    private static IReadOnlyList<byte[]> Leaves() => [.. Media.Skip(16).Chunk(BlockLength).Select(SHA256.HashData)];

    private static ManifestBuilder Manifest() => new("urn:c2pa:1");

    private static async Task<CredentialIntegrity> IntegrityOf(byte[] file) => (await Inspect.Bytes(file)).Credentials.Integrity;

    private static byte[] Flip(byte[] file, int at)
    {
        var changed = (byte[])file.Clone();
        changed[at] ^= 1;
        return changed;
    }
}
