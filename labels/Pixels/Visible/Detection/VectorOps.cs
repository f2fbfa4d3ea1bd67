using System.Numerics;

namespace AiLabels.Pixels.Visible.Detection;

/// <summary>Vectorized arithmetic on samples, over whole rows.</summary>
internal static class VectorOps
{
    /// <param name="result">May be the same as one of the others, or begin at the same place: samples are processed in order.</param>
    public static void Fold<TLane>(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right, Span<byte> result)
        where TLane : struct, IByteOp
    {
        var i = 0;
        for (; i <= result.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            TLane.Of(new Vector<byte>(left[i..]), new Vector<byte>(right[i..])).CopyTo(result[i..]);
        }

        for (; i < result.Length; i++)
        {
            result[i] = TLane.Of(left[i], right[i]);
        }
    }

    /// <summary>Returns the sum of a row, of its squares, and of its products with another one of the same length.</summary>
    public static (long Sum, long Squares, long Products) Sums(ReadOnlySpan<byte> row, ReadOnlySpan<byte> other)
    {
        var (sums, squares, products) = (Vector<uint>.Zero, Vector<uint>.Zero, Vector<uint>.Zero);
        var i = 0;
        for (; i <= row.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            Vector.Widen(new Vector<byte>(row[i..]), out var low, out var high);
            Vector.Widen(new Vector<byte>(other[i..]), out var otherLow, out var otherHigh);
            (sums, squares, products) =
                (sums + Widened(low + high), squares + Widened(low * low) + Widened(high * high),
                    products + Widened(low * otherLow) + Widened(high * otherHigh));
        }

        var (sum, square, product) = ((long)Vector.Sum(sums), (long)Vector.Sum(squares), (long)Vector.Sum(products));
        for (; i < row.Length; i++)
        {
            (sum, square, product) = (sum + row[i], square + (row[i] * row[i]), product + (row[i] * other[i]));
        }

        return (sum, square, product);
    }

    /// <summary>Adds neighbours, so that products of two bytes fit.</summary>
    private static Vector<uint> Widened(Vector<ushort> values)
    {
        Vector.Widen(values, out var low, out var high);
        return low + high;
    }
}
