using System.Numerics;

namespace AiLabels.Pixels.Visible.Detection;

/// <summary>Subtracts, down to 0.</summary>
internal readonly struct SubtractSaturate : IByteOp
{
    public static Vector<byte> Of(Vector<byte> left, Vector<byte> right) => left - Vector.Min(left, right);

    public static byte Of(byte left, byte right) => (byte)Math.Max(0, left - right);
}
