using System.Numerics;

namespace AiLabels.Pixels.Visible.Detection;

/// <summary>Sample by sample arithmetic over whole rows at once.</summary>
internal static class VectorOps
{
    /// <param name="result">May be one of the others, or begin where one of them does: samples are taken in their order.</param>
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

    /// <summary>What is left of both where one is laid over the other.</summary>
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
