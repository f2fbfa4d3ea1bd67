using AiLabels.Pixels.Burning.Mp4;
using AiLabels.Pixels.Burning.Splicing;
using AiLabels.Reading;

namespace AiLabels.Pixels.Burning;

/// <summary>
/// A labelled video, MP4 with its index in front. What was encoded is in a temporary file until it is disposed, the rest in the source,
/// which must outlive it.
/// </summary>
/// <remarks>For one reader at a time.</remarks>
public sealed class BurntVideo : IByteSource, IDisposable
{
    private readonly JoinedSource _bytes;
    private readonly SpoolFile _encoded;

    /// <param name="media">What follows the head; null for all that was encoded.</param>
    internal BurntVideo(byte[] head, SpoolFile encoded, IEnumerable<Piece>? media = null) => (_bytes, _encoded) =
        (new([new(new BytesSource(head), 0, head.Length), .. media ?? [new(encoded, 0, encoded.Length)]]), encoded);

    public long Length => _bytes.Length;

    public ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        _bytes.ReadAsync(offset, buffer, cancellationToken);

    public void Dispose() => _encoded.Dispose();
}
