using System.Security.Cryptography;
using AiLabels.C2pa.Cbor;
using AiLabels.C2pa.Manifests;

namespace AiLabels.C2pa.Hashing;

/// <summary>One row of a Merkle tree over parts of the media (C2PA 2.2, section 18.6.3, merkle-map).</summary>
internal sealed record MerkleMap
{
    private const int MaxLeaves = 1 << 18;

    public required long UniqueId { get; init; }

    /// <summary>Zero-based index of the <c>mdat</c>, or the track of a fragmented file.</summary>
    public required long LocalId { get; init; }

    /// <summary>Number of leaves.</summary>
    public required long Count { get; init; }

    public required HashAlgorithmName Algorithm { get; init; }

    /// <summary>Hash of all bytes before the first fragment.</summary>
    public required ReadOnlyMemory<byte>? InitHash { get; init; }

    /// <summary>The stored row of hashes: any row from the leaves up to the root.</summary>
    public required IReadOnlyList<ReadOnlyMemory<byte>> Row { get; init; }

    public required long? FixedBlockSize { get; init; }

    public required IReadOnlyList<long> VariableBlockSizes { get; init; }

    public static MerkleMap Read(CborNode item, string? enclosingAlgorithm, string? claimAlgorithm) => new()
    {
        UniqueId = item["uniqueId"]?.Integer ?? 0,
        LocalId = item["localId"]?.Integer ?? 0,
        Count = item["count"]?.Integer ?? -1,
        Algorithm = HashName.Of(item["alg"]?.Text, enclosingAlgorithm, claimAlgorithm),
        InitHash = item["initHash"]?.Bytes,
        Row = [.. (item["hashes"]?.Items ?? []).Select(hash => hash.Bytes ?? default)],
        FixedBlockSize = item["fixedBlockSize"]?.Integer,
        VariableBlockSizes = [.. (item["variableBlockSizes"]?.Items ?? []).Select(size => size.Integer ?? -1)],
    };

    /// <summary>Returns the lengths of the leaves that divide a <c>mdat</c>.</summary>
    /// <exception cref="ManifestException">The division does not cover the box, or needs more leaves than the map counts.</exception>
    public IReadOnlyList<long> Divide(long length)
    {
        if (FixedBlockSize is { } size)
        {
            // The count is compared before allocating; the hashes that a manifest can hold bound it.
            var leaves = size > 0 ? (length / size) + (length % size > 0 ? 1 : 0) : -1;
            return leaves == Count && leaves <= MaxLeaves
                ? [.. Enumerable.Range(0, (int)leaves).Select(i => Math.Min(size, length - (i * size)))]
                : throw Malformed();
        }

        if (VariableBlockSizes.Count == 0)
        {
            return Count == 1 ? [length] : throw Malformed();
        }

        return VariableBlockSizes.All(block => block >= 0 && block <= length) && VariableBlockSizes.Count == Count
            && VariableBlockSizes.Sum() == length
            ? VariableBlockSizes
            : throw Malformed();
    }

    /// <summary>Returns true if the leaves hash to the stored row. A node without a sibling moves up unchanged.</summary>
    public bool Matches(IReadOnlyList<byte[]> leaves)
    {
        var row = leaves;
        while (row.Count > Row.Count && row.Count > 1)
        {
            row = [.. row.Chunk(2).Select(
                pair => pair is [var left, var right] ? HashName.Hash(Algorithm, [.. left, .. right]) : pair[0])];
        }

        return row.Count == Row.Count && row.Zip(Row).All(pair => pair.Second.Span.SequenceEqual(pair.First));
    }

    public static ManifestException Malformed() => new(StatusCode.BmffHashMalformed, "the Merkle map does not fit the file");
}
