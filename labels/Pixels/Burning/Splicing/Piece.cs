using AiLabels.Reading;

namespace AiLabels.Pixels.Burning.Splicing;

/// <summary>Consecutive bytes of a file that the copy consists of.</summary>
internal readonly record struct Piece(IByteSource Source, long Offset, long Length)
{
    /// <summary>Appends a piece, joined to the last one if it continues it.</summary>
    public static void Append(List<Piece> pieces, Piece piece)
    {
        if (pieces is [.., var last] && last.Source == piece.Source && last.Offset + last.Length == piece.Offset)
        {
            pieces[^1] = last with { Length = last.Length + piece.Length };
        }
        else
        {
            pieces.Add(piece);
        }
    }
}
