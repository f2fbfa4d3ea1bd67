using System.IO.Pipelines;

namespace AiLabels.Pixels.Feed;

/// <summary>
/// The body of one response: a video from an offset. Each sequential read fetches twice as much; a seek starts small again.
/// </summary>
/// <param name="response">The response, which shows whether the client still reads.</param>
internal sealed class BlockStream(BlockCache blocks, PipeWriter response) : Stream
{
    private const int MaxReadAhead = 8;

    private readonly int _run = blocks.Run;
    private int _readAhead = 1;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => blocks.Length;

    public override long Position { get; set; }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        // Kestrel discards writes to a decoder that has moved on or ended: without this check the rest of the video would be fetched for
        // nothing.
        if (_run != blocks.Run || (await response.FlushAsync(cancellationToken)).IsCompleted)
        {
            throw new IOException("The response is no longer being read.");
        }

        var read = await blocks.ReadAsync(Position, buffer, _readAhead, cancellationToken);
        Position += read;
        if (Position % BlockCache.BlockSize == 0)
        {
            _readAhead = Math.Min(_readAhead * 2, MaxReadAhead);
        }

        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
