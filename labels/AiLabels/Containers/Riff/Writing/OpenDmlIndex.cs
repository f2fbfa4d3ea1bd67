using System.Buffers.Binary;
using AiLabels.Writing;

namespace AiLabels.Containers.Riff.Writing;

/// <summary>
/// indx and ix## chunks of OpenDML 1.02: absolute 64-bit positions, in an index of indexes or as the base of an index of chunks.
/// </summary>
internal sealed class OpenDmlIndex(Chunk indx, LabelRewrite rewrite)
{
    private const int ChunkHeader = 8;
    private const int EntriesAt = 24;
    private const int BaseAt = 12;
    private const int IndexEntryLength = 16;
    private const byte IndexOfIndexes = 0;
    private const byte IndexOfChunks = 1;

    public async ValueTask<IReadOnlyList<Edit>> RelocateAsync(EditList moved)
    {
        var payload = await rewrite.LoadAsync(indx.Payload, indx.PayloadLength);
        switch (payload)
        {
            case [_, _, _, IndexOfIndexes, ..] when payload.Length >= EntriesAt:
                return await RelocateIndexesAsync(payload, moved);
            case [_, _, _, IndexOfChunks, ..]:
                return RelocateBase(payload.AsSpan(0, Math.Min(payload.Length, EntriesAt + 4)), indx.Payload, moved);
            default:
                return [];
        }
    }

    private async ValueTask<IReadOnlyList<Edit>> RelocateIndexesAsync(byte[] payload, EditList moved)
    {
        var edits = new List<Edit>();
        var count = BinaryPrimitives.ReadUInt32LittleEndian(payload.AsSpan(4));
        if (count > (payload.Length - EntriesAt) / IndexEntryLength)
        {
            throw RefusalException.Damaged($"The index at byte {indx.Offset} is truncated.");
        }

        for (var i = 0; i < count; i++)
        {
            var at = EntriesAt + (i * IndexEntryLength);
            var index = BinaryPrimitives.ReadInt64LittleEndian(payload.AsSpan(at));
            if (index < 0 || index > rewrite.Bytes.Length - ChunkHeader)
            {
                throw RefusalException.Damaged($"The index at byte {indx.Offset} points outside the file.");
            }

            rewrite.CountBox();
            var chunk = await rewrite.Bytes.ReadAsync(index, ChunkHeader + EntriesAt + 4);
            if (moved.Map(index) != index)
            {
                edits.Add(Edit.Overwrite(indx.Payload + at, ChunkBuilder.UInt64((ulong)moved.Map(index))));
            }

            if (chunk is [(byte)'i', (byte)'x', ..])
            {
                edits.AddRange(RelocateBase(chunk.AsSpan(ChunkHeader), index + ChunkHeader, moved));
            }
        }

        return edits;
    }

    /// <summary>Moves the base of an index of chunks by as much as the first indexed chunk moves.</summary>
    private static IReadOnlyList<Edit> RelocateBase(ReadOnlySpan<byte> payload, long position, EditList moved)
    {
        if (payload.Length < EntriesAt + 4 || payload[3] != IndexOfChunks || BinaryPrimitives.ReadUInt32LittleEndian(payload[4..]) == 0)
        {
            return [];
        }

        var basis = BinaryPrimitives.ReadInt64LittleEndian(payload[BaseAt..]);
        var first = basis + BinaryPrimitives.ReadUInt32LittleEndian(payload[EntriesAt..]);
        var shift = basis >= 0 && first >= basis ? moved.Map(first) - first : 0;
        return shift == 0 ? [] : [Edit.Overwrite(position + BaseAt, ChunkBuilder.UInt64((ulong)(basis + shift)))];
    }
}
