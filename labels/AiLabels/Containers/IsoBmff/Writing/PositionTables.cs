using System.Buffers.Binary;
using AiLabels.Writing;

namespace AiLabels.Containers.IsoBmff.Writing;

/// <summary>Finds the positions in a box. A box shorter than its declared entries is damaged.</summary>
internal static class PositionTables
{
    private const uint HasBaseDataOffset = 0x1;
    private const uint HasDataOffset = 0x1;
    private const uint HasAuxiliaryType = 0x1;

    /// <summary>tfhd, ISO/IEC 14496-12 clause 8.8.7: the base data offset, if its flags give one.</summary>
    public static (long Base, IPositionTable Table)? TrackFragment(Box tfhd, byte[] payload)
    {
        if ((Flags(tfhd, payload) & HasBaseDataOffset) == 0)
        {
            return null;
        }

        Demand(tfhd, payload.Length >= 16);
        return (PositionField.Read(payload.AsSpan(8, 8)), new FixedFields(tfhd, payload, 8, [8]));
    }

    /// <summary>trun, 8.8.8.</summary>
    public static RunOffset? TrackRun(Box trun, ReadOnlySpan<byte> payload, long basis)
    {
        if ((Flags(trun, payload) & HasDataOffset) == 0)
        {
            return null;
        }

        Demand(trun, payload.Length >= 12);
        return new RunOffset(trun, basis, BinaryPrimitives.ReadInt32BigEndian(payload[8..]));
    }

    /// <summary>tfra, 8.8.10: time and offset of each fragment, 64-bit in version 1, and three numbers of 1 to 4 bytes.</summary>
    public static FixedFields FragmentRandomAccess(Box tfra, byte[] payload)
    {
        const int EntriesAt = 16;
        Demand(tfra, payload.Length >= EntriesAt);
        var width = payload[0] == 1 ? 8 : 4;
        var sizes = payload[11];
        var length = (2 * width) + 3 + (sizes & 3) + ((sizes >> 2) & 3) + ((sizes >> 4) & 3);
        return Table(tfra, payload, EntriesAt, BinaryPrimitives.ReadUInt32BigEndian(payload.AsSpan(12)), length, width, fieldAt: width);
    }

    /// <summary>saio, 8.7.9. In a sample table its offsets are absolute; in a fragment they count from the fragment.</summary>
    public static FixedFields AuxiliaryInformation(Box saio, byte[] payload)
    {
        var entriesAt = (Flags(saio, payload) & HasAuxiliaryType) != 0 ? 16 : 8;
        Demand(saio, payload.Length >= entriesAt);
        var width = payload[0] == 0 ? 4 : 8;
        return Table(
            saio, payload, entriesAt, BinaryPrimitives.ReadUInt32BigEndian(payload.AsSpan(entriesAt - 4)), width, width, fieldAt: 0);
    }

    private static FixedFields Table(Box box, byte[] payload, int entriesAt, uint count, int entryLength, int width, int fieldAt)
    {
        Demand(box, count <= (payload.Length - entriesAt) / entryLength);
        return new(box, payload, width, [.. Enumerable.Range(0, (int)count).Select(i => entriesAt + (i * entryLength) + fieldAt)]);
    }

    private static uint Flags(Box box, ReadOnlySpan<byte> payload)
    {
        Demand(box, payload.Length >= 8);
        return BinaryPrimitives.ReadUInt32BigEndian(payload) & 0xFFFFFF;
    }

    private static void Demand(Box box, bool isLongEnough)
    {
        if (!isLongEnough)
        {
            throw RefusalException.Damaged($"The box {FourCc.ToText(box.Type)} at byte {box.Offset} is shorter than it declares.");
        }
    }
}
