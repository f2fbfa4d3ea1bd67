using System.Numerics;

namespace AiLabels.Pixels.Visible.Detection;

/// <summary>Sample by sample arithmetic over whole rows at once.</summary>
internal static class Lanes
{
    public static void Fold(
        ReadOnlySpan<byte> left,
        ReadOnlySpan<byte> right,
        Span<byte> result,
        Func<Vector<byte>, Vector<byte>, Vector<byte>> many,
        Func<byte, byte, byte> one)
    {
        var i = 0;
        for (; i <= result.Length - Vector<byte>.Count; i += Vector<byte>.Count)
        {
            many(new Vector<byte>(left[i..]), new Vector<byte>(right[i..])).CopyTo(result[i..]);
        }

        for (; i < result.Length; i++)
        {
            result[i] = one(left[i], right[i]);
        }
    }
}
