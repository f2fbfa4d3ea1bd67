using System.Buffers.Binary;
using AiLabels.Writing;

namespace AiLabels.Containers.IsoBmff.Writing;

/// <summary>
/// stco or co64, ISO/IEC 14496-12 clause 8.7.5: the file offset of each chunk of a track. An stco becomes a co64 if an offset needs it.
/// </summary>
internal sealed class ChunkOffsets : IPositionTable
{
    private const int EntriesAt = 8;

    private readonly Box _box;
    private readonly OpenBox _parent;
    private readonly byte[] _payload;
    private readonly int _count;

    /// <exception cref="RefusalException">The table is shorter than its count.</exception>
    public ChunkOffsets(Box box, OpenBox parent, byte[] payload)
    {
        (_box, _parent, _payload) = (box, parent, payload);
        var count = payload.Length < EntriesAt ? uint.MaxValue : BinaryPrimitives.ReadUInt32BigEndian(payload.AsSpan(4));
        if (count > (payload.Length - EntriesAt) / Width)
        {
            throw RefusalException.Damaged($"The chunk offsets at byte {box.Offset} are truncated.");
        }

        _count = (int)count;
    }

    /// <summary>True if the box becomes a co64.</summary>
    public bool IsPromoted { get; private set; }

    /// <summary>Gets an edit with the length of the promoted box, before its offsets are known.</summary>
    public Edit Placeholder => Promoted(new byte[_count * sizeof(ulong)]);

    private int Width => _box.Type == BoxType.Co64 ? sizeof(ulong) : sizeof(uint);

    private int NewWidth => IsPromoted ? sizeof(ulong) : Width;

    /// <summary>
    /// Promotes the table if an offset needs more than 32 bits; returns true on the first promotion, because it moves all later bytes.
    /// </summary>
    public bool Promote(EditList moved)
    {
        if (NewWidth == sizeof(ulong) || !Enumerable.Range(0, _count).Any(i => moved.Map(Offset(i)) > uint.MaxValue))
        {
            return false;
        }

        _parent.Grow(Placeholder.Growth);
        return IsPromoted = true;
    }

    public IEnumerable<Edit> Relocate(EditList moved)
    {
        var entries = new byte[_count * NewWidth];
        for (var i = 0; i < _count; i++)
        {
            PositionField.Write(entries.AsSpan(i * NewWidth, NewWidth), moved.Map(Offset(i)), _box);
        }

        if (IsPromoted)
        {
            yield return Promoted(entries);
        }
        else if (!entries.AsSpan().SequenceEqual(_payload.AsSpan(EntriesAt, entries.Length)))
        {
            yield return Edit.Overwrite(_box.Payload + EntriesAt, entries);
        }
    }

    private Edit Promoted(byte[] entries) => new(_box.Offset, _box.Length, BoxBuilder.Box(BoxType.Co64, _payload[..EntriesAt], entries));

    private long Offset(int index) => PositionField.Read(_payload.AsSpan(EntriesAt + (index * Width), Width));
}
