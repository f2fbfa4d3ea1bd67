using System.Numerics;

namespace AiLabels.Pixels.Visible.Detection;

internal readonly struct Brighter : IByteOp
{
    public static Vector<byte> Of(Vector<byte> left, Vector<byte> right) => Vector.Max(left, right);

    public static byte Of(byte left, byte right) => Math.Max(left, right);
}
