using System.Buffers.Binary;
using AiLabels.Reports;
using AiLabels.Writing;

namespace AiLabels.Containers.IsoBmff.Writing;

/// <summary>sidx, ISO/IEC 14496-12 clause 8.16.3: sizes of consecutive segments, starting at the end of the box.</summary>
internal sealed class SegmentIndex(Box sidx, byte[] payload) : IPositionTable
{
    private const int EntryLength = 12;
    private const uint TypeBit = 0x80000000;

    public IEnumerable<Edit> Relocate(EditList moved)
    {
        var width = payload is [0, ..] ? 4 : 8;
        var firstAt = 12 + width;
        var entriesAt = firstAt + width + 4;
        if (payload.Length < entriesAt || BinaryPrimitives.ReadUInt16BigEndian(payload.AsSpan(entriesAt - 2)) is var count
            && count > (payload.Length - entriesAt) / EntryLength)
        {
            throw RefusalException.Damaged($"The segment index at byte {sidx.Offset} is truncated.");
        }

        var relocated = payload.ToArray();
        var position = Math.Min(PositionField.Read(relocated.AsSpan(firstAt, width)), long.MaxValue / 2) + sidx.End;
        PositionField.Write(relocated.AsSpan(firstAt, width), moved.Map(position) - moved.Map(sidx.End), sidx);
        for (var at = entriesAt; at < entriesAt + (count * EntryLength); at += EntryLength)
        {
            var entry = BinaryPrimitives.ReadUInt32BigEndian(relocated.AsSpan(at));
            var end = position + (entry & ~TypeBit);
            var size = moved.Map(end) - moved.Map(position);
            if (size is < 0 or >= TypeBit)
            {
                throw new RefusalException(
                    Refusal.UnsupportedLayout, $"A segment in the index at byte {sidx.Offset} would outgrow 31 bits.");
            }

            BinaryPrimitives.WriteUInt32BigEndian(relocated.AsSpan(at), (uint)size | (entry & TypeBit));
            position = end;
        }

        return PositionField.Overwrite(sidx, payload, relocated);
    }
}
