using System.Buffers.Binary;
using AiLabels.Containers.IsoBmff;

namespace AiLabels.C2pa.Hashing;

/// <summary>The bytes of the runs of one fragment: tfhd and trun, ISO/IEC 14496-12 clauses 8.8.7 and 8.8.8.</summary>
internal sealed class FragmentRuns
{
    private const uint BaseDataOffset = 0x1;
    private const uint SampleDescription = 0x2;
    private const uint DefaultDuration = 0x8;
    private const uint DefaultSize = 0x10;
    private const uint DefaultBaseIsMoof = 0x20000;

    private const uint DataOffset = 0x1;
    private const uint FirstFlags = 0x4;
    private const uint Duration = 0x100;
    private const uint Size = 0x200;
    private const uint Flags = 0x400;
    private const uint TimeOffset = 0x800;

    private readonly long _moof;
    private readonly IReadOnlyDictionary<uint, uint> _defaults;
    private long _base;
    private long _end;
    private uint _size;

    /// <param name="moof">Offset of the fragment, the base of its offsets unless tfhd gives another one.</param>
    /// <param name="defaults">Size of samples by track, from trex.</param>
    public FragmentRuns(long moof, IReadOnlyDictionary<uint, uint> defaults) =>
        (_moof, _base, _end, _defaults) = (moof, moof, moof, defaults);

    public void BeginTrack() => _size = 0;

    /// <returns>The bytes of a run; null for a header, and for a run that cannot be read.</returns>
    public FileRange? Read(uint type, ReadOnlySpan<byte> box)
    {
        if (box.Length < 8)
        {
            return null;
        }

        var flags = BinaryPrimitives.ReadUInt32BigEndian(box) & 0xFFFFFF;
        var number = BinaryPrimitives.ReadUInt32BigEndian(box[4..]);
        if (type == BoxType.Trun)
        {
            return ReadRun(flags, number, box[8..]);
        }

        ReadHeader(flags, number, box[8..]);
        return null;
    }

    private void ReadHeader(uint flags, uint track, ReadOnlySpan<byte> rest)
    {
        // Without either, the first track begins at the fragment and each further one after the previous one.
        var given = (flags & BaseDataOffset) != 0 && rest.Length >= 8 ? BinaryPrimitives.ReadInt64BigEndian(rest) : (long?)null;
        _base = given ?? ((flags & DefaultBaseIsMoof) != 0 ? _moof : _end);
        _end = _base;
        rest = Skip(rest, (given is null ? 0 : 8) + ((flags & SampleDescription) != 0 ? 4 : 0) + ((flags & DefaultDuration) != 0 ? 4 : 0));
        _size = (flags & DefaultSize) != 0 && rest.Length >= 4
            ? BinaryPrimitives.ReadUInt32BigEndian(rest)
            : _defaults.GetValueOrDefault(track);
    }

    private FileRange ReadRun(uint flags, uint count, ReadOnlySpan<byte> rest)
    {
        var start = _end;
        if ((flags & DataOffset) != 0 && rest.Length >= 4)
        {
            start = Math.Clamp(_base, 0, long.MaxValue / 2) + BinaryPrimitives.ReadInt32BigEndian(rest);
            rest = rest[4..];
        }

        rest = Skip(rest, (flags & FirstFlags) != 0 ? 4 : 0);
        var sizeAt = (flags & Duration) != 0 ? 4 : 0;
        var width = sizeAt + ((flags & Size) != 0 ? 4 : 0) + ((flags & Flags) != 0 ? 4 : 0) + ((flags & TimeOffset) != 0 ? 4 : 0);
        var length = (flags & Size) == 0 ? (long)_size * count : 0;
        for (var i = 0L; (flags & Size) != 0 && i < count && rest.Length >= width; i++, rest = rest[width..])
        {
            length += BinaryPrimitives.ReadUInt32BigEndian(rest[sizeAt..]);
        }

        _end = start + length;
        return new FileRange(start, _end);
    }

    private static ReadOnlySpan<byte> Skip(ReadOnlySpan<byte> bytes, int count) => bytes[Math.Min(count, bytes.Length)..];
}
