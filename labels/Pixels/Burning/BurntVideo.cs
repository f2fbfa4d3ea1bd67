using AiLabels.Pixels.Burning.Mp4;
using AiLabels.Reading;

namespace AiLabels.Pixels.Burning;

/// <summary>A labelled video, MP4 with its index in front, in a temporary file until it is disposed.</summary>
public sealed class BurntVideo : IByteSource, IDisposable
{
    private readonly byte[] _head;
    private readonly SpoolFile _media;

    internal BurntVideo(byte[] head, SpoolFile media) => (_head, _media) = (head, media);

    public long Length => _head.Length + _media.Length;

    public ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (offset >= _head.Length)
        {
            return _media.ReadAsync(offset - _head.Length, buffer, cancellationToken);
        }

        var part = _head.AsMemory((int)offset);
        part = part[..Math.Min(part.Length, buffer.Length)];
        part.CopyTo(buffer);
        return ValueTask.FromResult(part.Length);
    }

    public void Dispose() => _media.Dispose();
}
