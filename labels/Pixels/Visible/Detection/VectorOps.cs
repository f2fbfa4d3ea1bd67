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

    /// <summary>Returns the sum of the darker samples of two overlaid rows.</summary>
    public static long SumOfDarker(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var (sum, i) = (0L, 0);
        for (; i <= left.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            Vector.Widen(Vector.Min(new Vector<byte>(left[i..]), new Vector<byte>(right[i..])), out var low, out var high);
            sum += Vector.Sum(low + high);
        }

        for (; i < left.Length; i++)
        {
            sum += Math.Min(left[i], right[i]);
        }

        return sum;
    }
}
