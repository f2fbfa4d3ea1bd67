using AiLabels.C2pa.Cbor;

namespace AiLabels.C2pa.Manifests;

/// <summary>A reference to a JUMBF superbox and the hash of its content (C2PA 2.2, section 8.4.2).</summary>
/// <param name="Url">JUMBF URI, absolute in the store or relative to the manifest that holds it.</param>
/// <param name="Hash">Expected hash of the box content.</param>
/// <param name="Algorithm">Name of the hash algorithm; null means that of the enclosing structure.</param>
internal sealed record HashedUri(string Url, ReadOnlyMemory<byte> Hash, string? Algorithm)
{
    /// <summary>Returns null for an item that is not a hashed URI map.</summary>
    public static HashedUri? Read(CborNode? item) => item?["url"]?.Text is { } url && item["hash"]?.Bytes is { } hash
        ? new HashedUri(url, hash, item["alg"]?.Text)
        : null;
}
