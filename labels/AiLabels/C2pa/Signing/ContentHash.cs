using System.Security.Cryptography;
using AiLabels.C2pa.Hashing;
using AiLabels.Containers.IsoBmff;
using AiLabels.Reading;
using AiLabels.Reports;
using AiLabels.Writing;

namespace AiLabels.C2pa.Signing;

/// <summary>The hard binding of a copy: <c>c2pa.hash.bmff.v3</c> over all of it but the boxes that are always excluded.</summary>
internal static class ContentHash
{
    public const string Label = "c2pa.hash.bmff.v3";

    /// <summary>Offset of the extended type in a box with a 32-bit size.</summary>
    private const int ExtendedTypeAt = 8;

    private static readonly byte[] C2paType = UuidBox.C2pa.ToByteArray(bigEndian: true);

    /// <summary>The exclusions that annex A.5.6 of C2PA 2.2 requires, and no others.</summary>
    private static readonly BmffExclusion[] Excluded =
    [
        Exclusion("/uuid", (ExtendedTypeAt, C2paType)), Exclusion("/ftyp"), Exclusion("/mfra"),
    ];

    /// <summary>A hash of the same length as every other.</summary>
    public static byte[] Placeholder => new byte[SHA256.HashSizeInBytes];

    public static CborMap Assertion(byte[] hash) => new()
    {
        ["exclusions"] = new CborMap[]
        {
            new()
            {
                ["xpath"] = "/uuid",
                ["data"] = new CborMap[] { new() { ["offset"] = ExtendedTypeAt, ["value"] = C2paType } },
            },
            new() { ["xpath"] = "/ftyp" },
            new() { ["xpath"] = "/mfra" },
        },
        ["alg"] = "sha256",
        ["hash"] = hash,
        ["name"] = "jumbf manifest",
    };

    /// <summary>Reads the whole file once, in blocks.</summary>
    /// <exception cref="RefusalException">The movie plays bytes that the hash leaves out.</exception>
    /// <exception cref="LimitReachedException">The file has too many boxes.</exception>
    public static async ValueTask<byte[]> ComputeAsync(ByteReader bytes, int maxBoxes, CancellationToken cancellationToken)
    {
        var layout = await BmffLayout.ReadAsync(bytes, maxBoxes);
        var (excluded, kept) = await layout.ResolveAsync(Excluded);
        using var sequence = new HashSequence(HashAlgorithmName.SHA256, HashPiece.Cover(0, layout.Length, excluded, kept));
        if (await new PlayedMedia(layout).FindOutsideAsync(FileRange.Union(sequence.Hashed)) is { } outside)
        {
            throw new RefusalException(Refusal.UnsupportedLayout, $"No hash of the file can cover it: {outside}.");
        }

        await HashCheck.RunAsync([new HashCheck(sequence, static _ => true)], bytes, cancellationToken);
        return sequence.Results[0];
    }

    private static BmffExclusion Exclusion(string path, params (long Offset, ReadOnlyMemory<byte> Value)[] data) => new()
    {
        Path = BmffPath.Parse(path)!,
        Length = null,
        Version = null,
        Flags = null,
        FlagsExact = true,
        Data = data,
        Subset = [],
    };
}
