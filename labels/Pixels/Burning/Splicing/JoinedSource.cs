using AiLabels.Reading;

namespace AiLabels.Pixels.Burning.Splicing;

/// <summary>Pieces of files, one behind the other, presented as a file.</summary>
internal sealed class JoinedSource : IByteSource
{
    private readonly Piece[] _pieces;
    private readonly long[] _ends;

    public JoinedSource(IEnumerable<Piece> pieces)
    {
        _pieces = [.. pieces];
        _ends = new long[_pieces.Length];
        for (var i = 0; i < _pieces.Length; i++)
        {
            Length = _ends[i] = checked(Length + _pieces[i].Length);
        }
    }

    public long Length { get; }

    public ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (offset >= Length)
        {
            return ValueTask.FromResult(0);
        }

        // The first piece that ends behind the offset; empty ones never do.
        var found = Array.BinarySearch(_ends, offset + 1);
        var index = found >= 0 ? found : ~found;
        while (index > 0 && _ends[index - 1] > offset)
        {
            index--;
        }

        var (source, start, length) = _pieces[index];
        var within = offset - (_ends[index] - length);
        return source.ReadAsync(start + within, buffer[..(int)Math.Min(buffer.Length, length - within)], cancellationToken);
    }
}
