using System.Buffers.Binary;
using System.Security.Cryptography;
using AiLabels.Reading;
using VideoGate.Cases;
using VideoGate.Storage;

namespace VideoGate.Moderation;

/// <summary>
/// Identifies uploads with the same bytes at the cost of three reads: SHA-256 over the length and over the first, middle and last 64 KiB.
/// Content-MD5 is not usable: anyone who writes a blob may set it.
/// </summary>
internal static class ContentFingerprint
{
    private const int Part = 64 * 1024;

    /// <exception cref="UploadGoneException">The blob version no longer exists.</exception>
    /// <exception cref="IOException">Storage does not respond.</exception>
    public static async Task<string> OfAsync(IByteSource content, CancellationToken cancellationToken) =>
        (await ReadAsync(content, cancellationToken)).Fingerprint;

    /// <returns>The fingerprint and the first bytes that were read for it.</returns>
    /// <inheritdoc cref="OfAsync"/>
    public static async Task<(string Fingerprint, ReadOnlyMemory<byte> Head)> ReadAsync(
        IByteSource content, CancellationToken cancellationToken)
    {
        var parts = await Task.WhenAll(Offsets(content.Length).Select(offset => ReadPartAsync(content, offset, cancellationToken)));
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var length = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(length, content.Length);
        hash.AppendData(length);
        foreach (var part in parts)
        {
            hash.AppendData(part);
        }

        return (Base32.Encode(hash.GetHashAndReset()), parts is [var head, ..] ? head : ReadOnlyMemory<byte>.Empty);
    }

    private static IEnumerable<long> Offsets(long length) => length <= 3 * Part
        ? Enumerable.Range(0, (int)((length + Part - 1) / Part)).Select(part => (long)part * Part)
        : [0, (length - Part) / 2, length - Part];

    private static async Task<byte[]> ReadPartAsync(IByteSource content, long offset, CancellationToken cancellationToken)
    {
        var part = new byte[Math.Min(Part, content.Length - offset)];
        var read = await content.ReadAsync(offset, part, cancellationToken);
        return read == part.Length ? part : throw new IOException($"Only {read} of {part.Length} bytes could be read at {offset}.");
    }
}
