using System.Buffers.Binary;

namespace AiLabels.Containers.IsoBmff;

/// <summary>Offset of the first sample of the first fragment: tfhd and trun, ISO/IEC 14496-12 clauses 8.8.7 and 8.8.8.</summary>
/// <param name="moof">Offset of the moof box: the base of offsets unless tfhd gives another one.</param>
internal sealed class FragmentTable(long moof)
{
    private const uint BaseDataOffsetPresent = 0x1;
    private const uint DataOffsetPresent = 0x1;

    private uint _track;
    private long? _base;

    /// <returns>The track and the offset of its first sample, once a trun has given it.</returns>
    public (uint Track, long Offset)? Read(uint type, ReadOnlySpan<byte> payload)
    {
        if (payload.Length < 8)
        {
            return null;
        }

        var flags = BinaryPrimitives.ReadUInt32BigEndian(payload) & 0xFFFFFF;
        switch (type)
        {
            case BoxType.Tfhd:
                _track = BinaryPrimitives.ReadUInt32BigEndian(payload[4..]);
                _base = (flags & BaseDataOffsetPresent) != 0 && payload.Length >= 16
                    ? BinaryPrimitives.ReadInt64BigEndian(payload[8..])
                    : null;
                return null;
            case BoxType.Trun when (flags & DataOffsetPresent) != 0 && payload.Length >= 12:
                return (_track, (_base ?? moof) + BinaryPrimitives.ReadInt32BigEndian(payload[8..]));
            default:
                return null;
        }
    }
}
