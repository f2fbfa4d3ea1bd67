using System.Buffers;

namespace AiLabels.Reading;

/// <summary>Reads ahead over an <see cref="IByteSource"/>, so that reading a container takes few requests and few bytes.</summary>
/// <remarks>
/// The head of the file stays in memory: it holds most metadata, and the samples of a file whose index is at its end. Elsewhere a jump
/// fetches little, because usually one header is needed, and each sequential read fetches twice as much. Near the end the rest is fetched
/// at once. <see cref="StepPattern"/> learns from long runs of jumps; media that it reads through do not count against the limit, but take
/// of the time for stepping over media.
/// </remarks>
/// <param name="time">Measures round trips; null if the source has none.</param>
internal sealed class ByteReader(IByteSource source, long maxBytes, CancellationToken cancellation, TimeProvider? time = null) : IDisposable
{
    private const int HeadSize = 64 << 10;
    private const int MinReadAhead = 8 << 10;
    private const int MaxReadAhead = 256 << 10;

    private ByteReader? _whole;
    private Window _head = Window.Empty;
    private Window _window = Window.Empty;
    private readonly StepPattern _steps = new(MinReadAhead, MaxReadAhead, maxBytes);
    private long _fetched;

    public long Length => source.Length;

    public long BytesRead { get; private set; }

    /// <summary>Returns a reader of a range of the file; bytes read through it count here.</summary>
    public ByteReader Part(long start, long length) =>
        new(new SubrangeByteSource(source, start, length), maxBytes, cancellation, time) { _whole = this };

    /// <summary>
    /// Returns the bytes at <paramref name="offset"/>; fewer than <paramref name="count"/> only at the end of the file. Valid until the
    /// next call.
    /// </summary>
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

        if (!_window.Covers(offset, count))
        {
            return FetchAsync(offset, count);
        }

        _steps.Use(offset + count);
        return ValueTask.FromResult(_window.Slice(offset, count));
    }

    /// <summary>
    /// Returns a copy of the bytes at <paramref name="offset"/>; fewer than <paramref name="count"/> only at the end of the file.
    /// </summary>
    /// <inheritdoc cref="PeekAsync" path="/exception"/>
    public async ValueTask<byte[]> ReadAsync(long offset, int count)
    {
        count = (int)Math.Clamp(Length - offset, 0, count);
        return count <= MaxReadAhead
            ? (await PeekAsync(offset, count)).ToArray()
            : await CopyAsync(offset, count);
    }

    /// <summary>
    /// Fills a block for a pass over the whole file, bypassing the windows and the limits on metadata. Returns 0 at the end of the file.
    /// </summary>
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

    /// <summary>Returns the windows to the pool: bytes from PeekAsync must not be used afterwards.</summary>
    public void Dispose()
    {
        _head.Return();
        _window.Return();
        (_head, _window) = (Window.Empty, Window.Empty);
    }

    private async ValueTask<ReadOnlyMemory<byte>> FetchAsync(long offset, int count)
    {
        if (offset < HeadSize && _head.IsEmpty)
        {
            var head = new StepPattern.Step((int)Math.Min(Math.Max(HeadSize, offset + count), Length), IsThrough: false);
            _head = await OpenAsync(Window.Empty, 0, head, (int)(offset + count));
            return _head.Slice(offset, count);
        }

        var known = NearestTo(offset);
        var step = known.Reaches(offset) ? _steps.GoOn() : _steps.Jump(offset, _window.End, (_whole ?? this)._fetched);
        _steps.Use(offset + count);
        var rest = Length - offset;
        var wanted = rest <= HeadSize ? rest : Math.Min(rest, Math.Max(count, step.Length));
        var next = await OpenAsync(known.From(offset), offset, step with { Length = (int)wanted }, count);
        _window.Return();
        _window = next;
        return _window.Slice(offset, count);
    }

    private async ValueTask<byte[]> CopyAsync(long offset, int count)
    {
        var copy = GC.AllocateUninitializedArray<byte>(count);
        await LoadAsync(copy, NearestTo(offset).From(offset), offset, isCounted: true);
        return copy;
    }

    private Window NearestTo(long offset) => _head.Reaches(offset) ? _head : _window;

    /// <summary>
    /// Opens a window of the wanted length, or of <paramref name="needed"/> bytes and as many more as the limit allows.
    /// </summary>
    private async ValueTask<Window> OpenAsync(Window known, long offset, StepPattern.Step wanted, int needed)
    {
        var allowed = wanted.IsThrough ? wanted.Length : known.Length + maxBytes - (_whole ?? this)._fetched;
        var length = (int)Math.Max(needed, Math.Min(wanted.Length, allowed));
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            await LoadAsync(buffer.AsMemory(0, length), known, offset, isCounted: !wanted.IsThrough);
            return new(buffer, length, offset);
        }
        catch
        {
            ArrayPool<byte>.Shared.Return(buffer);
            throw;
        }
    }

    /// <summary>Fills a buffer with the bytes at <paramref name="offset"/>, the first of which <paramref name="known"/> holds.</summary>
    private async ValueTask LoadAsync(Memory<byte> buffer, Window known, long offset, bool isCounted)
    {
        var whole = _whole ?? this;
        if (isCounted && buffer.Length - known.Length > maxBytes - whole._fetched)
        {
            throw new LimitReachedException("bytes", $"More than {maxBytes} bytes would have to be read.");
        }

        known.Bytes.CopyTo(buffer);
        for (var length = known.Length; length < buffer.Length;)
        {
            cancellation.ThrowIfCancellationRequested();
            var began = time?.GetTimestamp() ?? 0;
            var read = await source.ReadAsync(offset + length, buffer[length..], cancellation);
            if (read == 0)
            {
                throw new EndOfStreamException($"The source ended at byte {offset + length}, before its length of {Length} bytes.");
            }

            _steps.Took(time?.GetElapsedTime(began) ?? TimeSpan.Zero, read);
            Count(read);
            whole._fetched += isCounted ? read : 0;
            length += read;
        }
    }

    private void Count(int read)
    {
        BytesRead += read;
        if (_whole is not null)
        {
            _whole.BytesRead += read;
        }
    }

    private readonly record struct Window(byte[]? Buffer, int First, int Length, long Start)
    {
        public Window(byte[] buffer, int length, long start)
            : this(buffer, 0, length, start)
        {
        }

        public static Window Empty { get; }

        public bool IsEmpty => Length == 0;

        public long End => Start + Length;

        public ReadOnlyMemory<byte> Bytes => Buffer.AsMemory(First, Length);

        public bool Covers(long offset, int count) => offset >= Start && offset + count <= Start + Length;

        /// <summary>Returns true for a read that begins within the window or directly after it.</summary>
        public bool Reaches(long offset) => !IsEmpty && offset >= Start && offset <= Start + Length;

        public ReadOnlyMemory<byte> Slice(long offset, int count) => Buffer.AsMemory(First + (int)(offset - Start), count);

        /// <summary>Returns the rest of the window from <paramref name="offset"/>.</summary>
        public Window From(long offset) =>
            Reaches(offset) ? new(Buffer, First + (int)(offset - Start), Length - (int)(offset - Start), offset) : Empty;

        public void Return()
        {
            if (Buffer is not null)
            {
                ArrayPool<byte>.Shared.Return(Buffer);
            }
        }
    }
}
