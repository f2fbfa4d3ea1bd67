using System.Buffers.Binary;
using AiLabels.Pixels.Burning.Mp4;

namespace AiLabels.Pixels.Burning.Splicing;

/// <summary>How a track header (tkhd, ISO/IEC 14496-12 clause 8.3.2) places the pictures.</summary>
internal static class TrackMatrix
{
    private const int One = 0x00010000;
    private const int MatrixLength = 36;
    private const double Tolerance = 0.02;

    /// <param name="width">Of the pictures as coded, in square pixels.</param>
    /// <param name="coded">Width in the pixels that are coded.</param>
    /// <returns>Quarter turns clockwise.</returns>
    /// <exception cref="UnsuitableException">It scales, mirrors or hides them.</exception>
    public static int QuarterTurns(Box tkhd, double width, int coded, int height)
    {
        var payload = tkhd.Payload.Span;
        var at = payload is [1, ..] ? 52 : 40;
        if (payload.Length < at + MatrixLength + 8 || (payload[3] & 1) == 0)
        {
            throw new UnsuitableException("its video track is hidden");
        }

        var (a, b, c, d) = (Number(payload[at..]), Number(payload[(at + 4)..]), Number(payload[(at + 12)..]), Number(payload[(at + 16)..]));
        CheckSize(payload[(at + MatrixLength)..], width, coded, height);
        return (a, b, c, d) switch
        {
            (One, 0, 0, One) => 0,
            (0, One, -One, 0) => 1,
            (-One, 0, 0, -One) => 2,
            (0, -One, One, 0) => 3,
            _ => throw new UnsuitableException("its pictures are scaled or mirrored"),
        };
    }

    private static void CheckSize(ReadOnlySpan<byte> size, double width, int coded, int height)
    {
        var shape = (double)Number(size) / Math.Max(1, Number(size[4..]));
        if (Number(size) != 0 && !IsNear(shape, width / height) && !IsNear(shape, (double)coded / height))
        {
            throw new UnsuitableException("its pictures are scaled or mirrored");
        }
    }

    private static bool IsNear(double shape, double other) => Math.Abs(shape - other) <= other * Tolerance;

    private static int Number(ReadOnlySpan<byte> bytes) => BinaryPrimitives.ReadInt32BigEndian(bytes);
}
