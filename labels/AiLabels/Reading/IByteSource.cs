namespace AiLabels.Reading;

/// <summary>Random access to the bytes of one file: a local file, a stream, or a blob by ranges.</summary>
public interface IByteSource
{
    /// <summary>Length of the file in bytes.</summary>
    long Length { get; }

    /// <summary>Reads up to <paramref name="buffer"/>.Length bytes at <paramref name="offset"/>.</summary>
    /// <returns>The number of bytes read; 0 only at or after the end of the file.</returns>
    /// <exception cref="IOException">The bytes could not be read; the inspection fails.</exception>
    ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken = default);
}
