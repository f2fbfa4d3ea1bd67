using System.Buffers.Binary;

namespace AiLabels.Containers.Video;

/// <summary>
/// The arrays of NAL units at the end of an HEVCDecoderConfigurationRecord, ISO/IEC 14496-15 clause 8.3.3.1. They may hold SEI; avcC may
/// not.
/// </summary>
internal static class HvccArrays
{
    private const int PrefixSei = 39;
    private const int TypeMask = 0x3F;
    private const int LengthSize = 2;

    /// <param name="arrays">A count, then arrays of a type, a count, and NAL units, each after its length of two bytes.</param>
    /// <returns>The SEI units with their lengths; a truncated unit is omitted.</returns>
    public static byte[] Sei(ReadOnlySpan<byte> arrays)
    {
        var sei = new List<byte>();
        var rest = arrays.IsEmpty ? arrays : arrays[1..];
        while (rest.Length >= 3)
        {
            var type = rest[0] & TypeMask;
            var units = BinaryPrimitives.ReadUInt16BigEndian(rest[1..]);
            rest = rest[3..];
            for (; units > 0 && rest.Length >= LengthSize; units--)
            {
                var length = Math.Min(LengthSize + BinaryPrimitives.ReadUInt16BigEndian(rest), rest.Length);
                if (type == PrefixSei)
                {
                    sei.AddRange(rest[..length]);
                }

                rest = rest[length..];
            }
        }

        return [.. sei];
    }
}
