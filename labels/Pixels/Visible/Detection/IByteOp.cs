using System.Numerics;

namespace AiLabels.Pixels.Visible.Detection;

/// <summary>An operation on two samples; a type rather than a function, so that it is inlined into the loop.</summary>
internal interface IByteOp
{
    static abstract Vector<byte> Of(Vector<byte> left, Vector<byte> right);

    static abstract byte Of(byte left, byte right);
}
