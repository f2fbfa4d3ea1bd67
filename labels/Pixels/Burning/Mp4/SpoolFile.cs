using AiLabels.Reading;
using Microsoft.Win32.SafeHandles;

namespace AiLabels.Pixels.Burning.Mp4;

/// <summary>A temporary file without a name: it is deleted with its handle, even if this process crashes.</summary>
internal sealed class SpoolFile : IByteSource, IDisposable
{
    private readonly SafeFileHandle _file;

    public SpoolFile(string folder)
    {
        var path = Path.Combine(folder, $"burning-{Guid.NewGuid():N}");
        _file = File.OpenHandle(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, FileOptions.Asynchronous);
        File.Delete(path);
    }

    public long Length { get; private set; }

    public async ValueTask AppendAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellation)
    {
        await RandomAccess.WriteAsync(_file, bytes, Length, cancellation);
        Length += bytes.Length;
    }

    /// <summary>Replaces bytes that were appended.</summary>
    public ValueTask OverwriteAsync(long offset, ReadOnlyMemory<byte> bytes, CancellationToken cancellation) =>
        RandomAccess.WriteAsync(_file, bytes, offset, cancellation);

    public ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        RandomAccess.ReadAsync(_file, buffer, offset, cancellationToken);

    public void Dispose() => _file.Dispose();
}
