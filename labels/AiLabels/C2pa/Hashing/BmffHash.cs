using System.Security.Cryptography;
using AiLabels.C2pa.Cbor;
using AiLabels.C2pa.Manifests;
using AiLabels.Containers.IsoBmff;

namespace AiLabels.C2pa.Hashing;

/// <summary><c>c2pa.hash.bmff</c> and its versions 2 and 3: hashes over boxes (C2PA 2.2, section 18.6).</summary>
internal sealed record BmffHash
{
    private const int MaxExclusions = 64;

    // The exclusion used with Merkle trees leaves this much of every mdat in the hash of the file (annex A.5.6).
    private const int MdatHeader = 16;

    /// <summary>Since version 2, the offset of every top-level box is hashed before the box.</summary>
    public required bool HashesOffsets { get; init; }

    public required HashAlgorithmName Algorithm { get; init; }

    public required ReadOnlyMemory<byte>? Hash { get; init; }

    public required IReadOnlyList<BmffExclusion> Exclusions { get; init; }

    public required IReadOnlyList<MerkleMap> Merkle { get; init; }

    /// <param name="root">Content of the assertion.</param>
    /// <param name="hashesOffsets">Whether the assertion is of version 2 or later.</param>
    /// <param name="claimAlgorithm">Hash algorithm if the assertion names none.</param>
    /// <exception cref="ManifestException">The assertion is malformed.</exception>
    public static BmffHash Read(CborNode root, bool hashesOffsets, string? claimAlgorithm)
    {
        var alg = root["alg"]?.Text;
        var exclusions = root["exclusions"]?.Items ?? [];
        return exclusions.Count > MaxExclusions
            ? throw new ManifestException(StatusCode.BmffHashMalformed, $"the BMFF hash has more than {MaxExclusions} exclusions")
            : new BmffHash
            {
                HashesOffsets = hashesOffsets,
                Algorithm = HashName.Of(alg, claimAlgorithm),
                Hash = root["hash"]?.Bytes,
                Exclusions = [.. exclusions.Select(BmffExclusion.Read)],
                Merkle = [.. (root["merkle"]?.Items ?? []).Select(map => MerkleMap.Read(map, alg, claimAlgorithm))],
            };
    }

    /// <exception cref="ManifestException">The assertion does not fit the file.</exception>
    public async ValueTask<IReadOnlyList<HashCheck>> PlanAsync(BmffLayout layout)
    {
        if (Hash is null && Merkle.Count == 0)
        {
            throw new ManifestException(StatusCode.BmffHashMalformed, "the BMFF hash contains no hash");
        }

        var (excluded, kept) = await layout.ResolveAsync(Exclusions);
        IReadOnlyList<long> markers = HashesOffsets ? kept : [];
        var checks = new List<HashCheck>();
        if (Hash is { } hash)
        {
            var pieces = HashPiece.Cover(0, layout.Length, excluded, markers);
            checks.Add(new HashCheck(new HashSequence(Algorithm, pieces), results => hash.Span.SequenceEqual(results[0])));
        }

        if (Merkle.Count > 0)
        {
            checks.AddRange(layout.TopLevel.Any(box => box.Type == BoxType.Moof)
                ? await new FragmentHashes(layout, excluded, markers).PlanAsync(Merkle)
                : PlanMedia(layout, excluded, markers));
        }

        return checks;
    }

    private IEnumerable<HashCheck> PlanMedia(BmffLayout layout, IReadOnlyList<FileRange> excluded, IReadOnlyList<long> markers)
    {
        var media = layout.TopLevel.Where(box => box.Type == BoxType.Mdat).ToList();
        if (media.Count == 0 && Merkle.All(map => map.InitHash is not null))
        {
            // The initialization segment of a stream whose fragments are separate files.
            return Merkle.Select(map => FragmentHashes.PlanInit(map, HashPiece.Cover(0, layout.Length, excluded, markers)));
        }

        // Every mdat needs a map, or bytes excluded from the file hash would be covered by no hash. The file hash is required too, or
        // the trees would cover the media but not the boxes that say how to play them.
        return Hash is not null && media.Count == Merkle.Count
            ? media.Zip(Merkle.OrderBy(map => map.LocalId), PlanMedia)
            : throw MerkleMap.Malformed();
    }

    private static HashCheck PlanMedia(Box media, MerkleMap map)
    {
        var position = media.Offset + MdatHeader;
        var pieces = new List<HashPiece>();
        foreach (var length in map.Divide(Math.Max(0, media.Length - MdatHeader)))
        {
            pieces.Add(new HashPiece(position, position += length, EndsHash: true));
        }

        return new HashCheck(new HashSequence(map.Algorithm, pieces), map.Matches);
    }
}
