namespace AiLabels.Reading;

/// <summary>A range of a file, presented as a separate file.</summary>
/// <param name="whole">The file.</param>
/// <param name="start">Offset of the first byte.</param>
/// <param name="length">Length in bytes; the range must end within the file.</param>
internal sealed class SubrangeByteSource(IByteSource whole, long start, long length) : IByteSource
{
    public long Length => length;

    public ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        offset >= length
            ? ValueTask.FromResult(0)
            : whole.ReadAsync(start + offset, buffer[..(int)Math.Min(buffer.Length, length - offset)], cancellationToken);
}
