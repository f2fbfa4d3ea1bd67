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

    private Window _head = Window.Empty;
    private Window _window = Window.Empty;
    private int _readAhead = MinReadAhead;

    public long Length => source.Length;

    public long BytesRead { get; private set; }

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
    public async ValueTask<byte[]> ReadAsync(long offset, int count) => (await PeekAsync(offset, count)).ToArray();

    private async ValueTask<ReadOnlyMemory<byte>> FetchAsync(long offset, int count)
    {
        cancellation.ThrowIfCancellationRequested();
        if (offset < HeadSize && _head.IsEmpty)
        {
            _head = await LoadAsync(0, (int)Math.Min(Math.Max(HeadSize, offset + count), Length), checked((int)(offset + count)), []);
            return _head.Slice(offset, count);
        }

        _readAhead = _window.IsContinuedAt(offset) || _head.IsContinuedAt(offset) ? Math.Min(_readAhead * 2, MaxReadAhead) : MinReadAhead;
        var rest = Length - offset;
        var wanted = (int)Math.Min(rest, rest <= HeadSize ? rest : Math.Max(count, _readAhead));
        _window = await LoadAsync(offset, Math.Max(count, wanted), count, _window.Buffer);
        return _window.Slice(offset, count);
    }

    private async ValueTask<Window> LoadAsync(long offset, int wanted, int needed, byte[] buffer)
    {
        wanted = (int)Math.Min(wanted, maxBytes - BytesRead);
        if (wanted < needed)
        {
            throw new LimitReachedException("bytes", $"More than {maxBytes} bytes would have to be read.");
        }

        buffer = buffer.Length >= wanted ? buffer : GC.AllocateUninitializedArray<byte>(wanted);
        var length = 0;
        while (length < wanted)
        {
            var read = await source.ReadAsync(offset + length, buffer.AsMemory(length, wanted - length), cancellation);
            if (read == 0)
            {
                throw new EndOfStreamException($"The source ended at byte {offset + length}, before its length of {Length} bytes.");
            }

            BytesRead += read;
            length += read;
        }

        return new(buffer, offset, length);
    }

    private readonly record struct Window(byte[] Buffer, long Start, int Length)
    {
        public static Window Empty { get; } = new([], 0, 0);

        public bool IsEmpty => Length == 0;

        private long End => Start + Length;

        public bool Covers(long offset, int count) => offset >= Start && offset + count <= End;

        /// <summary>True for a read that begins within the window or right behind it.</summary>
        public bool IsContinuedAt(long offset) => !IsEmpty && offset >= Start && offset <= End;

        public ReadOnlyMemory<byte> Slice(long offset, int count) => Buffer.AsMemory((int)(offset - Start), count);
    }
}
