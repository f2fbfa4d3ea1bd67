using System.Numerics;

namespace AiLabels.Pixels.Visible.Detection;

/// <summary>What is done to two samples; types rather than functions, so that it is compiled into the loop over them.</summary>
internal interface IByteOp
{
    static abstract Vector<byte> Of(Vector<byte> left, Vector<byte> right);

    static abstract byte Of(byte left, byte right);
}
