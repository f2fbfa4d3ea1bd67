using AiLabels.C2pa.Cbor;
using AiLabels.C2pa.Manifests;

namespace AiLabels.C2pa.Hashing;

/// <summary><c>c2pa.hash.data</c>: one hash over the file except excluded byte ranges (C2PA 2.2, section 15.12.1).</summary>
internal static class DataHash
{
    /// <exception cref="ManifestException">The assertion is malformed.</exception>
    public static IReadOnlyList<HashCheck> Plan(CborNode assertion, string? claimAlgorithm, long fileLength)
    {
        var hash = assertion["hash"]?.Bytes ?? throw new ManifestException(StatusCode.DataHashMismatch, "the data hash contains no hash");
        var excluded = (assertion["exclusions"]?.Items ?? []).Select(ReadRange).ToList();
        if (excluded.Zip(excluded.Skip(1)).Any(pair => pair.First.End > pair.Second.Start))
        {
            throw Malformed();
        }

        if (excluded.Exists(range => range.End > fileLength))
        {
            throw new ManifestException(StatusCode.DataHashMismatch, "the data hash excludes bytes beyond the end of the file");
        }

        var pieces = HashPiece.Cover(0, fileLength, excluded, []);
        return [new HashCheck(
            new HashSequence(HashName.Of(assertion["alg"]?.Text, claimAlgorithm), pieces), results => hash.Span.SequenceEqual(results[0]))];
    }

    private static FileRange ReadRange(CborNode item) =>
        item["start"]?.Integer is >= 0 and var start && item["length"]?.Integer is >= 0 and var length && length <= long.MaxValue - start
            ? new FileRange(start, start + length)
            : throw Malformed();

    private static ManifestException Malformed() => new(StatusCode.DataHashMalformed, "the exclusions of the data hash are malformed");
}
