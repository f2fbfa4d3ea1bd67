using System.Security.Cryptography;
using AiLabels.Reports;
using AiLabels.Testing;
using AiLabels.Testing.C2pa;
using Map = System.Collections.Generic.Dictionary<object, object?>;

namespace AiLabels.Tests.C2pa;

/// <summary>Files of several parts, each with its own hash (C2PA 2.2, section 15.12.4).</summary>
public sealed class MultiAssetHashTests
{
    private static readonly byte[] Second = Mp4.Box("mpvd", [.. Enumerable.Range(0, 300).Select(i => (byte)i)]);

    [Fact]
    public async Task Read_FileAsItWasSigned_IsIntactByTheHashOfTheWhole()
    {
        var report = await Inspect.Bytes(Build());

        Assert.Equal(CredentialIntegrity.Intact, report.Credentials.Integrity);
        Assert.Empty(report.Problems);
    }

    [Theory]
    [InlineData("c2pa.hash.data.part__1")]
    [InlineData("c2pa.hash.bmff.v3.part")]
    public async Task Read_OptionalPartLeftOut_IsIntactByTheHashesOfTheParts(string firstHash)
    {
        var report = await Inspect.Bytes(Build(isOptional: true, firstHash: firstHash)[..^Second.Length]);

        Assert.Equal((CredentialIntegrity.Intact, AiOrigin.Confirmed), (report.Credentials.Integrity, report.Origin));
        Assert.Empty(report.Problems);
    }

    [Fact]
    public async Task Read_PartLeftOutThatIsNotOptional_IsMissing()
    {
        await AssertBroken("assertion.multiAssetHash.missingPart", Build(isOptional: false)[..^Second.Length]);
    }

    [Theory]
    [InlineData(-5)]
    [InlineData(-320)]
    public async Task Read_ByteOfAPartChanged_IsAMismatch(int at)
    {
        var file = Build(isOptional: true);
        file[file.Length + at] ^= 1;

        await AssertBroken("assertion.multiAssetHash.mismatch", file);
    }

    [Fact]
    public async Task Read_PartsThatDoNotCoverTheFile_AreMalformed()
    {
        var file = Build(isOptional: true);

        await AssertBroken("assertion.multiAssetHash.malformed", [.. file, 0, 0, 0, 8, .. "free"u8]);
        await AssertBroken("assertion.multiAssetHash.malformed", file[..^10]);
    }

    [Fact]
    public async Task Read_PartInABox_IsItsPayload()
    {
        var file = Build(isBox: true, isWholeChanged: true);
        Assert.Equal(CredentialIntegrity.Intact, (await Inspect.Bytes(file)).Credentials.Integrity);

        file[^1] ^= 1;
        await AssertBroken("assertion.multiAssetHash.mismatch", file);
    }

    public static TheoryData<string, Func<int, int, int, Map>> Misplaced => new()
    {
        { "overlap", static (part, start, length) => At(start - part, length + part) },
        { "gap", static (part, start, length) => At(start + part, length - part) },
        { "before the file", static (_, _, length) => At(-1, length) },
        { "negative length", static (_, start, _) => At(start, -1) },
        { "no length", static (_, start, _) => new() { ["byteOffset"] = start } },
        { "beyond counting", static (_, start, _) => new() { ["byteOffset"] = start, ["length"] = long.MaxValue } },
        { "no place", static (_, _, _) => [] },
        { "path that is none", static (_, _, _) => new() { ["bmffBox"] = "/" } },
        { "path without end", static (_, _, _) => new() { ["bmffBox"] = string.Concat(Enumerable.Repeat("/moov", 10_000)) } },
    };

    [Theory]
    [MemberData(nameof(Misplaced))]
    public async Task Read_PartsThatAreNotWhereTheyShould_AreMalformed(string how, Func<int, int, int, Map> locate)
    {
        Assert.NotEmpty(how);
        await AssertBroken("assertion.multiAssetHash.malformed", Build(isWholeChanged: true, locate: locate));
    }

    [Fact]
    public async Task Read_BoxThatIsNotThere_IsMissing()
    {
        await AssertBroken(
            "assertion.multiAssetHash.missingPart",
            Build(isWholeChanged: true, locate: static (_, _, _) => new() { ["bmffBox"] = "/none" }));
    }

    [Theory]
    [InlineData("c2pa.hash.boxes.part")]
    [InlineData("c2pa.actions.v2")]
    [InlineData("c2pa.hash.bmff.v3")]
    [InlineData("c2pa.hash.none.part")]
    public async Task Read_PartWhoseHashIsOfNoKindForParts_IsMalformed(string name)
    {
        await AssertBroken("assertion.multiAssetHash.malformed", Build(isWholeChanged: true, secondHash: name));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(33)]
    [InlineData(5_000)]
    public async Task Read_NoPartsOrTooMany_AreMalformed(int count)
    {
        await AssertBroken("assertion.multiAssetHash.malformed", Build(isWholeChanged: true, repeat: count));
    }

    [Fact]
    public async Task Read_TwoLists_AreMalformed()
    {
        await AssertBroken("assertion.multiAssetHash.malformed", Build(isWholeChanged: true, lists: 2));
    }

    /// <summary>
    /// ftyp, credentials, free, mdat, moov are the first part; a box after them, or its content, is the second. The hash of the whole can
    /// be that of another file.
    /// </summary>
    private static byte[] Build(
        bool isOptional = false, bool isBox = false, Func<int, int, int, Map>? locate = null, string? firstHash = null,
            string? secondHash = null, int? repeat = null, int lists = 1, bool isWholeChanged = false)
    {
        var active = new ManifestBuilder("urn:c2pa:1").Action("c2pa.created", SourceTypes.Trained);
        return SignedMp4.Build(active, [Mp4.Box("free", new byte[4]), Mp4.Mdat(), Mp4.Moov(), Second], "c2pa.hash.bmff.v3", Bind);

        Map Bind(byte[] file, (long Offset, byte[] Box)[] boxes)
        {
            // The header of a box belongs to the surrounding part.
            var header = isBox ? 8 : 0;
            var first = (int)boxes[^1].Offset + header;
            object?[] parts =
                [Part(0, 0, first, firstHash ?? "c2pa.hash.data.part__1", false),
                    Part(1, first, Second.Length - header, secondHash ?? "c2pa.hash.data.part__2", isOptional)];
            var list = new Map { ["parts"] = repeat is { } count ? Enumerable.Range(0, count).Select(i => parts[i % 2]).ToArray() : parts };
            active.Bound =
            [
                .. Enumerable.Range(0, lists).Select(i => (i == 0 ? "c2pa.hash.multi-asset" : "c2pa.hash.multi-asset__1", list)),
                ("c2pa.hash.data.part__1",
                    Data([.. Mp4.Ftyp, .. file[(int)boxes[0].Offset..first]], Mp4.Ftyp.Length, (int)boxes[0].Offset - Mp4.Ftyp.Length)),
                ("c2pa.hash.data.part__2", Data(Second[header..], 0, 0)),
            ];
            if (firstHash == "c2pa.hash.bmff.v3.part")
            {
                active.Bound =
                    [.. active.Bound,
                        (firstHash, SignedMp4.Hash(
                            boxes[1..^1], SignedMp4.ExcludeC2paBox(), SignedMp4.Exclude("/ftyp"), SignedMp4.Exclude("/free")))];
            }

            var whole = SignedMp4.Hash(boxes, SignedMp4.ExcludeC2paBox(), SignedMp4.Exclude("/ftyp"));
            return isWholeChanged ? new(whole) { ["hash"] = new byte[32] } : whole;
        }

        Map Part(int number, int start, int length, string hash, bool optional) => new()
        {
            ["location"] =
                locate?.Invoke(number, start, length) ?? (isBox && number == 1 ? new() { ["bmffBox"] = "/mpvd" } : At(start, length)),
            // The schema has a hashed URI; the specification's example has only the URI.
            ["hashAssertion"] =
                number == 0 ? $"self#jumbf=c2pa.assertions/{hash}" : new Map { ["url"] = $"self#jumbf=c2pa.assertions/{hash}" },
            ["optional"] = optional,
        };
    }

    private static Map Data(byte[] hashed, int start, int length) => new()
    {
        ["exclusions"] = new object?[] { new Map { ["start"] = start, ["length"] = length } },
        ["alg"] = "sha256",
        ["hash"] = SHA256.HashData(hashed),
    };

    private static Map At(int start, int length) => new() { ["byteOffset"] = start, ["length"] = length };

    private static async Task AssertBroken(string code, byte[] file)
    {
        var report = await Inspect.Bytes(file);

        Assert.Equal((CredentialIntegrity.Broken, AiOrigin.Suspected), (report.Credentials.Integrity, report.Origin));
        Assert.Equal([code],
            report.Problems.Select(problem => problem.Code).Where(found => found.StartsWith("assertion.", StringComparison.Ordinal)));
    }
}
