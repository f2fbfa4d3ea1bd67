using AiLabels.Reading;
using Microsoft.Extensions.Time.Testing;

namespace AiLabels.Tests;

/// <summary>
/// A long file of repeated bytes that is read over a network, on a virtual clock: each request takes a round trip and the time of its
/// bytes.
/// </summary>
/// <param name="head">First bytes.</param>
/// <param name="part">Repeated after them.</param>
/// <param name="tail">Last bytes.</param>
internal sealed class RemoteByteSource(byte[] head, byte[] part, long parts, byte[] tail, FakeTimeProvider time) : IByteSource
{
    public static readonly TimeSpan RoundTrip = TimeSpan.FromMilliseconds(10);

    private const double BytesPerSecond = 60e6;

    public long Length => head.Length + (part.Length * parts) + tail.Length;

    public int Requests { get; private set; }

    public ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var count = (int)Math.Min(buffer.Length, Length - offset);
        for (var copied = 0; copied < count;)
        {
            var from = At(offset + copied);
            var length = Math.Min(from.Length, count - copied);
            from[..length].CopyTo(buffer.Span[copied..]);
            copied += length;
        }

        Requests++;
        time.Advance(RoundTrip + TimeSpan.FromSeconds(count / BytesPerSecond));
        return ValueTask.FromResult(count);
    }

    private ReadOnlySpan<byte> At(long offset)
    {
        var media = offset - head.Length;
        return media < 0 ? head.AsSpan((int)offset)
            : media < part.Length * parts ? part.AsSpan((int)(media % part.Length))
            : tail.AsSpan((int)(media - (part.Length * parts)));
    }
}
