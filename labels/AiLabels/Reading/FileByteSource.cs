using Microsoft.Win32.SafeHandles;

namespace AiLabels.Reading;

/// <summary>A local file.</summary>
public sealed class FileByteSource : IByteSource, IDisposable
{
    private readonly SafeFileHandle _file;

    /// <exception cref="IOException">The file could not be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public FileByteSource(string path)
    {
        _file = File.OpenHandle(path, options: FileOptions.RandomAccess);
        Length = RandomAccess.GetLength(_file);
    }

    public long Length { get; }

    /// <summary>
    /// Reads from the page cache or the disk on the calling thread, which is faster for a local file than the thread pool.
    /// </summary>
    public ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return ValueTask.FromResult(RandomAccess.Read(_file, buffer.Span, offset));
    }

    public void Dispose() => _file.Dispose();
}
