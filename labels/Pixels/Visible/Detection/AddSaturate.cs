using System.Numerics;

namespace AiLabels.Pixels.Visible.Detection;

/// <summary>Adds, up to 255.</summary>
internal readonly struct AddSaturate : IByteOp
{
    public static Vector<byte> Of(Vector<byte> left, Vector<byte> right) => left + Vector.Min(~left, right);

    public static byte Of(byte left, byte right) => (byte)Math.Min(byte.MaxValue, left + right);
}
