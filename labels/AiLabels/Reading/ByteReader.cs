namespace AiLabels.Reading;

/// <summary>Reads ahead over an <see cref="IByteSource"/>, so that walking a container costs few requests and few bytes.</summary>
/// <remarks>
/// The head of the file stays in memory: most metadata stands there, and so do the samples of a file whose index is at its end. Elsewhere a jump
/// fetches little, because usually one header is wanted, and reading on fetches twice as much each time. Near the end the rest is fetched at once.
/// </remarks>
internal sealed class ByteReader(IByteSource source, long maxBytes, CancellationToken cancellation)
{
    private const int HeadSize = 64 << 10;
    private const int MinReadAhead = 8 << 10;
    private const int MaxReadAhead = 256 << 10;

    private ByteReader? _whole;
    private Window _head = Window.Empty;
    private Window _window = Window.Empty;
    private int _readAhead = MinReadAhead;
    private long _fetched;

    public long Length => source.Length;

    public long BytesRead { get; private set; }

    /// <summary>A range of the file as if it were one; what is read of it counts here.</summary>
    public ByteReader Part(long start, long length) => new(new PartOfSource(source, start, length), maxBytes, cancellation) { _whole = this };

    /// <summary>The bytes at <paramref name="offset"/>; fewer than <paramref name="count"/> only at the end of the file. Valid until the next call.</summary>
    /// <exception cref="LimitReachedException">More bytes would be fetched than allowed.</exception>
    public ValueTask<ReadOnlyMemory<byte>> PeekAsync(long offset, int count)
    {
        count = (int)Math.Clamp(Length - offset, 0, count);
        if (count == 0)
        {
            return ValueTask.FromResult(ReadOnlyMemory<byte>.Empty);
        }

        if (_head.Covers(offset, count))
        {
            return ValueTask.FromResult(_head.Slice(offset, count));
        }

        return _window.Covers(offset, count) ? ValueTask.FromResult(_window.Slice(offset, count)) : FetchAsync(offset, count);
    }

    /// <summary>A copy of the bytes at <paramref name="offset"/>; fewer than <paramref name="count"/> only at the end of the file.</summary>
    /// <inheritdoc cref="PeekAsync" path="/exception"/>
    public async ValueTask<byte[]> ReadAsync(long offset, int count)
    {
        count = (int)Math.Clamp(Length - offset, 0, count);
        return count <= MaxReadAhead
            ? (await PeekAsync(offset, count)).ToArray()
            : await LoadAsync(NearestTo(offset).From(offset), offset, count, count);
    }

    /// <summary>Fills a block for a pass over the whole file: past the windows, and beyond the limits on metadata. 0 at the end of the file.</summary>
    public async ValueTask<int> ReadBlockAsync(long offset, Memory<byte> block, CancellationToken cancellation)
    {
        var wanted = (int)Math.Min(block.Length, Length - offset);
        var length = 0;
        while (length < wanted)
        {
            cancellation.ThrowIfCancellationRequested();
            var read = await source.ReadAsync(offset + length, block[length..wanted], cancellation);
            if (read == 0)
            {
                throw new EndOfStreamException($"The source ended at byte {offset + length}, before its length of {Length} bytes.");
            }

            Count(read);
            length += read;
        }

        return length;
    }

    private async ValueTask<ReadOnlyMemory<byte>> FetchAsync(long offset, int count)
    {
        if (offset < HeadSize && _head.IsEmpty)
        {
            _head = new(await LoadAsync(Window.Empty, 0, (int)Math.Min(Math.Max(HeadSize, offset + count), Length), (int)(offset + count)), 0);
            return _head.Slice(offset, count);
        }

        var known = NearestTo(offset);
        _readAhead = known.Reaches(offset) ? Math.Min(_readAhead * 2, MaxReadAhead) : MinReadAhead;
        var rest = Length - offset;
        var wanted = rest <= HeadSize ? rest : Math.Min(rest, Math.Max(count, _readAhead));
        _window = new(await LoadAsync(known.From(offset), offset, (int)wanted, count), offset);
        return _window.Slice(offset, count);
    }

    private Window NearestTo(long offset) => _head.Reaches(offset) ? _head : _window;

    /// <summary>A copy of <paramref name="wanted"/> bytes at <paramref name="offset"/>, of which <paramref name="known"/> are at hand already.</summary>
    private async ValueTask<byte[]> LoadAsync(Window known, long offset, int wanted, int needed)
    {
        var whole = _whole ?? this;
        wanted = (int)Math.Min(wanted, known.Length + maxBytes - whole._fetched);
        if (wanted < needed)
        {
            throw new LimitReachedException("bytes", $"More than {maxBytes} bytes would have to be read.");
        }

        var buffer = GC.AllocateUninitializedArray<byte>(wanted);
        known.Bytes.CopyTo(buffer);
        for (var length = known.Length; length < wanted;)
        {
            cancellation.ThrowIfCancellationRequested();
            var read = await source.ReadAsync(offset + length, buffer.AsMemory(length, wanted - length), cancellation);
            if (read == 0)
            {
                throw new EndOfStreamException($"The source ended at byte {offset + length}, before its length of {Length} bytes.");
            }

            Count(read);
            whole._fetched += read;
            length += read;
        }

        return buffer;
    }

    private void Count(int read)
    {
        BytesRead += read;
        if (_whole is not null)
        {
            _whole.BytesRead += read;
        }
    }

    private readonly record struct Window(ReadOnlyMemory<byte> Bytes, long Start)
    {
        public static Window Empty { get; } = new(ReadOnlyMemory<byte>.Empty, 0);

        public bool IsEmpty => Bytes.IsEmpty;

        public int Length => Bytes.Length;

        public bool Covers(long offset, int count) => offset >= Start && offset + count <= Start + Length;

        /// <summary>True for a read that begins within the window or right behind it.</summary>
        public bool Reaches(long offset) => !IsEmpty && offset >= Start && offset <= Start + Length;

        public ReadOnlyMemory<byte> Slice(long offset, int count) => Bytes.Slice((int)(offset - Start), count);

        /// <summary>What is left from <paramref name="offset"/> on.</summary>
        public Window From(long offset) => Reaches(offset) ? new(Bytes[(int)(offset - Start)..], offset) : Empty;
    }
}
