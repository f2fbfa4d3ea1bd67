namespace AiLabels.Pixels.Programs;

/// <summary>Reads at most <paramref name="limit"/> bytes; then the stream ends, and <paramref name="onLimit"/> is called.</summary>
/// <param name="deadline">Ends the stream at once: a pipe may stay open after the program that wrote to it has ended.</param>
internal sealed class LimitedStream(Stream stream, long limit, Action onLimit, CancellationToken deadline) : Stream
{
    private long _left = limit;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await ReadUntilDeadlineAsync(buffer, cancellationToken);
        if (read <= _left)
        {
            _left -= read;
            return read;
        }

        onLimit();
        (read, _left) = ((int)_left, 0);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    private async Task<int> ReadUntilDeadlineAsync(Memory<byte> buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await stream.ReadAsync(buffer, cancellationToken).AsTask().WaitAsync(deadline);
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested)
        {
            return 0;
        }
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
