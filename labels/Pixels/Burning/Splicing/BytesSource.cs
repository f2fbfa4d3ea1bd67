using AiLabels.Reading;

namespace AiLabels.Pixels.Burning.Splicing;

/// <summary>Bytes in memory, presented as a file.</summary>
internal sealed class BytesSource(ReadOnlyMemory<byte> bytes) : IByteSource
{
    public long Length => bytes.Length;

    public ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var rest = offset < bytes.Length ? bytes[(int)offset..] : default;
        rest = rest[..Math.Min(rest.Length, buffer.Length)];
        rest.CopyTo(buffer);
        return ValueTask.FromResult(rest.Length);
    }
}
