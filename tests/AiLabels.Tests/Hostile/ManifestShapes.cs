using System.Buffers.Binary;
using AiLabels.Testing;
using AiLabels.Testing.C2pa;
using static AiLabels.Tests.Hostile.IsoBmffShapes;

namespace AiLabels.Tests.Hostile;

/// <summary>Excessive JUMBF, CBOR, ingredients and content hashes.</summary>
internal static class ManifestShapes
{
    private const int Million = 1_000_000;

    public static IEnumerable<HostileShape> All =>
    [
        Store("JUMBF nested 100,000 deep", () => NestedJumbf(100_000)),
        Store("a million JUMBF boxes", () => Jumbf.Store(Repeat(Jumbf.Box("free"), Million))),
        Store("100,000 empty manifests", () => Jumbf.Store(Repeat(Jumbf.Superbox("c2ma", "urn:c2pa:1"), 100_000))),
        Store("a label of 3 MB", () => Jumbf.Store(Jumbf.Superbox("c2ma", new string('a', 3_000_000)))),
        new("100,000 manifest stores", () => Mp4.Concat(Mp4.Ftyp, Repeat(SignedMp4.C2paBox(Jumbf.Store()), 100_000), Mp4.Moov())),
        Claim("tags nested 100,000 deep", Repeat([0xC1], 100_000)),
        Claim("arrays nested 100,000 deep", Repeat([0x81], 100_000)),
        Claim("maps nested 100,000 deep", Repeat([0xA1, 0x00], 100_000)),
        Claim("indefinite arrays nested 100,000 deep", Repeat([0x9F], 100_000)),
        Claim("a map of 2^63 entries", [0xBB, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]),
        Claim("a text of 2^64 - 1 bytes", [0x7B, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]),
        Claim("a text of a million chunks", [0x7F, .. Repeat([0x61, 0x61], Million)]),
        Claim("a million items", [0x9F, .. Repeat([0x00], Million), 0xFF]),
        Claim("300,000 entries of one key", [0xBF, .. Repeat([0x61, 0x61, 0x00], 300_000), 0xFF]),
        Signed("actions of nested tags", manifest => manifest.AssertionBox("c2pa.actions", "cbor", Repeat([0xC1], 100_000))),
        Signed("100,000 actions", manifest => manifest.Assertion("c2pa.actions", Actions(100_000))),
        Signed("a JSON assertion 100,000 deep",
            manifest => manifest.AssertionBox("cawg.metadata", "json", Repeat("[["u8.ToArray(), 50_000))),
        Signed("20,000 assertions", manifest => Enumerable.Range(0, 20_000).Aggregate(manifest, (m, i) => m.Assertion($"test.{i}", 0))),
        Signed("20,000 ingredients of one manifest", manifest =>
        {
            var one = new ManifestBuilder("urn:c2pa:2");
            return Enumerable.Range(0, 20_000).Aggregate(manifest, (m, _) => m.Ingredient("componentOf", one));
        }),
        new("a manifest that is its own ingredient", Cycle),
        new("a chain of 300 ingredients", () => Chain(300)),
        new("a chain of 3,000 ingredients", () => Chain(3_000)),
        new("two ingredients each, 40 levels", () => Lattice(levels: 40)),
        Bound("a million exclusions of bytes", "c2pa.hash.data",
            () => new() { ["exclusions"] = Exclusions(300_000), ["hash"] = new byte[32], ["alg"] = "sha256" }),
        Bound("exclusions over each other", "c2pa.hash.bmff.v3", () => new()
        {
            ["exclusions"] = Times(SignedMp4.Exclude("/mdat", (0, 0)), 20_000), ["hash"] = new byte[32], ["alg"] = "sha256",
        }),
        Bound("subsets over each other", "c2pa.hash.bmff.v3", () => new()
        {
            ["exclusions"] = new object?[] { SignedMp4.Exclude("/mdat", [.. Enumerable.Range(0, 60_000).Select(i => (i % 60, 1))]) },
                ["hash"] = new byte[32], ["alg"] = "sha256",
        }),
        Bound("a Merkle tree of 2^31 leaves", "c2pa.hash.bmff.v3", () => Tree(int.MaxValue, blockSize: 1)),
        Bound("a Merkle tree of blocks of size 0", "c2pa.hash.bmff.v3", () => Tree(int.MaxValue, blockSize: 0)),
        new("100,000 boxes under every exclusion", () => SignedMp4.Build(
            new ManifestBuilder("urn:c2pa:1"),
            [Mp4.Moov(Repeat(Mp4.Box("trak"), 90_000))],
            "c2pa.hash.bmff.v3",
            (_, _) => new() { ["exclusions"] = Times(SignedMp4.Exclude("/moov/trak/mdia"), 64), ["hash"] = new byte[32],
                ["alg"] = "sha256" })),
    ];

    private static HostileShape Store(string name, Func<byte[]> store) => new(name, () => SignedMp4.Embed(store()));

    private static HostileShape Claim(string name, byte[] claim) => Store($"CBOR: {name}", () => Jumbf.Store(
        new ManifestBuilder(
            "urn:c2pa:1")
        { Tamper = parts => [parts[0], Jumbf.Superbox("c2cl", "c2pa.claim.v2", Jumbf.Box("cbor", claim)), parts[2]] }
                .Build()));

    private static HostileShape Signed(string name, Func<ManifestBuilder, ManifestBuilder> add) =>
        new(name, () => SignedMp4.Build(add(new ManifestBuilder("urn:c2pa:1"))));

    private static HostileShape Bound(string name, string binding, Func<Dictionary<object, object?>> content) => new(name, () =>
        SignedMp4.Build(new ManifestBuilder("urn:c2pa:1"), [Mp4.Mdat(), Mp4.Moov()], binding, (_, _) => content()));

    private static byte[] NestedJumbf(int depth)
    {
        var description = Jumbf.Description("c2pa", "c2pa");
        var length = 8 + description.Length;
        var boxes = new byte[depth * length];
        for (var at = 0; at < boxes.Length; at += length)
        {
            BinaryPrimitives.WriteInt32BigEndian(boxes.AsSpan(at), boxes.Length - at);
            "jumb"u8.CopyTo(boxes.AsSpan(at + 4));
            description.CopyTo(boxes, at + 8);
        }

        return boxes;
    }

    /// <summary>Its ingredient names the active manifest itself; the hash cannot be correct, and need not be.</summary>
    private static byte[] Cycle()
    {
        var active = new ManifestBuilder("urn:c2pa:1");
        return SignedMp4.Build(active.Ingredient("parentOf", new ManifestBuilder("urn:c2pa:1")));
    }

    private static byte[] Chain(int length)
    {
        var manifests = new List<ManifestBuilder> { new("urn:c2pa:0") };
        for (var i = 1; i < length; i++)
        {
            manifests.Add(new ManifestBuilder($"urn:c2pa:{i}").Ingredient("parentOf", manifests[^1]));
        }

        return SignedMp4.Build(new ManifestBuilder("urn:c2pa:active").Ingredient("parentOf", manifests[^1]), [.. manifests]);
    }

    /// <summary>2 to the power of the number of levels paths through ingredients.</summary>
    private static byte[] Lattice(int levels)
    {
        var manifests = new List<ManifestBuilder> { new("urn:c2pa:0") };
        for (var i = 1; i < levels; i++)
        {
            manifests.Add(
                new ManifestBuilder($"urn:c2pa:{i}").Ingredient("componentOf", manifests[^1]).Ingredient("componentOf", manifests[^1]));
        }

        return SignedMp4.Build(new ManifestBuilder("urn:c2pa:active").Ingredient("parentOf", manifests[^1]), [.. manifests]);
    }

    private static Dictionary<object, object?> Actions(int count) => new()
    {
        ["actions"] = Times(new Dictionary<object, object?> { ["action"] = "c2pa.edited" }, count),
    };

    private static object?[] Exclusions(int count) =>
        [.. Enumerable.Range(0, count).Select(object? (i) => new Dictionary<object, object?> { ["start"] = i, ["length"] = 1 })];

    private static object?[] Times(Dictionary<object, object?> item, int count) => [.. Enumerable.Repeat<object?>(item, count)];

    private static Dictionary<object, object?> Tree(int count, int blockSize) => new()
    {
        ["exclusions"] = new object?[] { SignedMp4.ExcludeC2paBox(), SignedMp4.Exclude("/mdat", (16, 0)) },
        ["hash"] = new byte[32],
        ["alg"] = "sha256",
        ["merkle"] = new object?[]
        {
            new Dictionary<object, object?> { ["uniqueId"] = 0, ["localId"] = 0, ["count"] = count, ["fixedBlockSize"] = blockSize,
                ["hashes"] = new object?[] { new byte[32] } },
        },
    };
}
