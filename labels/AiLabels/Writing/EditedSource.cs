using AiLabels.Reading;

namespace AiLabels.Writing;

/// <summary>A file with its edits applied: it can be read and verified before a byte of it is written.</summary>
internal sealed class EditedSource : IByteSource
{
    private readonly IByteSource _original;
    private readonly List<Piece> _pieces = [];

    /// <exception cref="RefusalException">An edit is beyond the end, because a forged file gave such a position.</exception>
    public EditedSource(IByteSource original, EditList edits)
    {
        if (edits is [.., { End: var end }] && end > original.Length)
        {
            throw RefusalException.Damaged("A structure of the file lies beyond its end.");
        }

        _original = original;
        var position = 0L;
        foreach (var edit in edits)
        {
            Keep(position, edit.Offset);
            Add(new(Length, edit.Inserted.Length, 0, edit.Inserted));
            position = edit.End;
        }

        Keep(position, original.Length);
    }

    public long Length { get; private set; }

    public async ValueTask<int> ReadAsync(long offset, Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (offset >= Length || buffer.IsEmpty)
        {
            return 0;
        }

        var piece = PieceAt(offset);
        var within = offset - piece.Start;
        buffer = buffer[..(int)Math.Min(buffer.Length, piece.Length - within)];
        if (piece.IsKept)
        {
            return await _original.ReadAsync(piece.Original + within, buffer, cancellationToken);
        }

        piece.Inserted.Slice((int)within, buffer.Length).CopyTo(buffer);
        return buffer.Length;
    }

    private void Keep(long start, long end) => Add(new(Length, end - start, start, default));

    private void Add(Piece piece)
    {
        if (piece.Length > 0)
        {
            _pieces.Add(piece);
            Length += piece.Length;
        }
    }

    private Piece PieceAt(long offset)
    {
        var (low, high) = (0, _pieces.Count - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _pieces[middle].Start <= offset ? (middle, high) : (low, middle - 1);
        }

        return _pieces[low];
    }

    /// <param name="Start">Offset in the edited file.</param>
    /// <param name="Original">Offset in the original, for bytes that are kept.</param>
    private readonly record struct Piece(long Start, long Length, long Original, ReadOnlyMemory<byte> Inserted)
    {
        public bool IsKept => Inserted.IsEmpty;
    }
}
