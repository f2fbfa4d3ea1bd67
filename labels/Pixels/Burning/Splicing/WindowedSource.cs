using AiLabels.Reading;

namespace AiLabels.Pixels.Burning.Splicing;

/// <summary>Reads a source ahead, because an index and interleaved samples are read in small pieces. For one reader at a time.</summary>
internal sealed class WindowedSource(IByteSource source) : IByteSource
{
    private const int WindowLength = 1 << 20;

    private byte[] _window = [];
    private long _start;
    private int _filled;

    public long Length => source.Length;

    public async ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (offset < _start || offset >= _start + _filled)
        {
            if (buffer.Length >= WindowLength)
            {
                return await source.ReadAsync(offset, buffer, cancellationToken);
            }

            _window = _window.Length == 0 ? new byte[WindowLength] : _window;
            _filled = 0;
            _filled = await source.ReadAsync(offset, _window, cancellationToken);
            _start = offset;
        }

        var known = _window.AsMemory((int)(offset - _start), (int)Math.Min(buffer.Length, _start + _filled - offset));
        known.CopyTo(buffer);
        return known.Length;
    }

    /// <exception cref="EndOfStreamException">The source ends before its length.</exception>
    public async ValueTask<byte[]> LoadAsync(long offset, int length, CancellationToken cancellation)
    {
        var bytes = new byte[length];
        for (var done = 0; done < length;)
        {
            var read = await ReadAsync(offset + done, bytes.AsMemory(done), cancellation);
            done += read > 0 ? read : throw new EndOfStreamException($"The source ended at byte {offset + done}.");
        }

        return bytes;
    }
}
