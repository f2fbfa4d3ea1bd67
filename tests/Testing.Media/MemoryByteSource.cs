using AiLabels.Reading;

namespace AiLabels.Testing;

/// <summary>A file in memory that counts the requests, as a blob is billed.</summary>
internal sealed class MemoryByteSource(byte[] bytes) : IByteSource
{
    public long Length => bytes.Length;

    public int Requests { get; private set; }

    public long BytesServed { get; private set; }

    public ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Assert.InRange(offset, 0, Length);
        var count = (int)Math.Min(buffer.Length, Length - offset);
        bytes.AsMemory((int)offset, count).CopyTo(buffer);
        Requests++;
        BytesServed += count;
        return ValueTask.FromResult(count);
    }
}
