using System.Numerics;

namespace AiLabels.Pixels.Visible.Detection;

internal readonly struct Darker : IByteOp
{
    public static Vector<byte> Of(Vector<byte> left, Vector<byte> right) => Vector.Min(left, right);

    public static byte Of(byte left, byte right) => Math.Min(left, right);
}
