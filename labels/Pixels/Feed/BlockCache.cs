using AiLabels.Reading;

namespace AiLabels.Pixels.Feed;

/// <summary>Blocks of one video, fetched once and cached: every run of a decoder over the video reads its index again.</summary>
/// <param name="capacity">Maximum number of bytes cached; the least recently used blocks are evicted first.</param>
internal sealed class BlockCache(IByteSource source, long capacity) : IDisposable
{
    public const int BlockSize = 32 << 10;

    private readonly SemaphoreSlim _gate = new(1);
    private readonly Dictionary<long, LinkedListNode<(long Index, byte[] Bytes)>> _blocks = [];
    private readonly LinkedList<(long Index, byte[] Bytes)> _byUse = [];
    private long _allowed;

    public long Length => source.Length;

    /// <summary>Bytes fetched from the source, read-ahead included.</summary>
    public long BytesRead { get; private set; }

    public int Requests { get; private set; }

    /// <summary>True if a read exceeded the allowed bytes.</summary>
    public bool IsExhausted { get; private set; }

    /// <summary>Exception of the source, which is not a fault of the video.</summary>
    public IOException? Failure { get; private set; }

    /// <summary>Number of the decoder's run; responses to an earlier one end.</summary>
    public int Run { get; private set; }

    /// <summary>Begins a run that may read this many more bytes, whatever remained before.</summary>
    public void Begin(long bytes)
    {
        Run++;
        _allowed = BytesRead + bytes;
        IsExhausted = false;
    }

    /// <summary>
    /// Reads bytes at <paramref name="offset"/>, from one block; fetches up to <paramref name="blocks"/> blocks at once if it is missing.
    /// </summary>
    /// <returns>The number of bytes; 0 at the end of the source.</returns>
    /// <exception cref="IOException">The source failed, or more would be read than allowed.</exception>
    public async ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, int blocks, CancellationToken cancellation)
    {
        if (offset >= Length || buffer.IsEmpty)
        {
            return 0;
        }

        var index = offset / BlockSize;
        await _gate.WaitAsync(cancellation);
        try
        {
            if (!_blocks.ContainsKey(index))
            {
                await FetchAsync(index, blocks, cancellation);
            }

            var block = _blocks[index];
            _byUse.Remove(block);
            _byUse.AddLast(block);
            var bytes = block.Value.Bytes.AsMemory((int)(offset % BlockSize));
            var count = Math.Min(bytes.Length, buffer.Length);
            bytes[..count].CopyTo(buffer);
            return count;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task FetchAsync(long index, int blocks, CancellationToken cancellation)
    {
        var count = Enumerable.Range(0, blocks).TakeWhile(i => (index + i) * BlockSize < Length && !_blocks.ContainsKey(index + i)).Count();
        var length = (int)Math.Min((long)count * BlockSize, Length - (index * BlockSize));
        if (BytesRead + length > _allowed)
        {
            IsExhausted = true;
            throw new IOException("More bytes would have to be read than allowed.");
        }

        var bytes = await ReadSourceAsync(index * BlockSize, length, cancellation);
        for (var start = 0; start < length; start += BlockSize)
        {
            Keep(index + (start / BlockSize), bytes[start..Math.Min(start + BlockSize, length)]);
        }
    }

    private async Task<byte[]> ReadSourceAsync(long offset, int length, CancellationToken cancellation)
    {
        var bytes = new byte[length];
        try
        {
            for (var done = 0; done < length;)
            {
                var read = await source.ReadAsync(offset + done, bytes.AsMemory(done), cancellation);
                if (read == 0)
                {
                    throw new EndOfStreamException($"The source ended at byte {offset + done}, before its length of {Length} bytes.");
                }

                Requests++;
                BytesRead += read;
                done += read;
            }
        }
        catch (IOException failure)
        {
            Failure = failure;
            throw;
        }

        return bytes;
    }

    private void Keep(long index, byte[] bytes)
    {
        _blocks[index] = _byUse.AddLast((index, bytes));
        if ((long)_blocks.Count * BlockSize > capacity && _byUse.First is { } oldest)
        {
            _byUse.Remove(oldest);
            _blocks.Remove(oldest.Value.Index);
        }
    }
}
