namespace AiLabels.Reading;

/// <summary>A seekable stream. It stays open, and its position changes; one inspection at a time may read it.</summary>
public sealed class StreamByteSource : IByteSource
{
    private readonly Stream _stream;

    /// <exception cref="ArgumentException">The stream cannot be read, or cannot seek.</exception>
    public StreamByteSource(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        _stream = stream is { CanRead: true, CanSeek: true }
            ? stream
            : throw new ArgumentException(
                "The stream must be readable and seekable: labels may stand at the end of a file. Save its content in a file first.",
                nameof(stream));
        Length = stream.Length;
    }

    public long Length { get; }

    public ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        _stream.Position = offset;
        return _stream.ReadAsync(buffer, cancellationToken);
    }
}
