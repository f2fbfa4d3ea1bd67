using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace VideoGate.Publishing;

/// <summary>
/// Writes a blob sequentially in blocks. Invisible until <see cref="CommitAsync"/>; the service discards uncommitted blocks.
/// </summary>
internal sealed class BlockBlobWriteStream(BlockBlobClient blob) : Stream
{
    /// <summary>50,000 blocks of this size hold 195 GiB.</summary>
    private const int BlockSize = 4 << 20;

    private readonly byte[] _block = GC.AllocateUninitializedArray<byte>(BlockSize);
    private readonly List<string> _ids = [];
    private int _filled;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        while (!buffer.IsEmpty)
        {
            var part = buffer[..Math.Min(buffer.Length, BlockSize - _filled)];
            part.CopyTo(_block.AsMemory(_filled));
            _filled += part.Length;
            buffer = buffer[part.Length..];
            if (_filled == BlockSize)
            {
                await StageAsync(cancellationToken);
            }
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Commits the written blocks, replacing any existing blob.</summary>
    /// <returns>The ETag of the blob.</returns>
    public async Task<Azure.ETag> CommitAsync(CommitBlockListOptions options, CancellationToken cancellationToken)
    {
        if (_filled > 0)
        {
            await StageAsync(cancellationToken);
        }

        return (await blob.CommitBlockListAsync(_ids, options, cancellationToken)).Value.ETag;
    }

    private async Task StageAsync(CancellationToken cancellationToken)
    {
        var id = Convert.ToBase64String(BitConverter.GetBytes(_ids.Count));
        using var content = new MemoryStream(_block, 0, _filled, writable: false);
        await blob.StageBlockAsync(id, content, cancellationToken: cancellationToken);
        _ids.Add(id);
        _filled = 0;
    }

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Flush()
    {
    }
}
