using System.Buffers.Binary;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Containers.IsoBmff;

/// <summary>
/// What sidx (ISO/IEC 14496-12 clause 8.16.3) and mfra (8.8.9) say about the places of fragments. The boxes are visited whatever an index
/// says; it is compared with them, and gives the place to continue when there are too many.
/// </summary>
internal sealed class FragmentIndex(ByteReader bytes)
{
    private const uint Mfro = 0x6D66726F;
    private const int MfroLength = 16;

    /// <summary>Maximum number of boxes and of claims that are compared: more prove no more.</summary>
    private const int MaxCompared = 1 << 16;

    /// <summary>Entries of a tfra that are compared, from its beginning and from its end.</summary>
    private const int SampledEntries = 64;

    private readonly List<(long Offset, uint Type)> _seen = [];
    private readonly List<(long Offset, Source Index)> _claims = [];
    private readonly List<(long Start, long End, Source Index)> _ranges = [];

    /// <summary>Notes a box at the top level, in file order.</summary>
    public void See(Box box)
    {
        if (_seen.Count < MaxCompared)
        {
            _seen.Add((box.Offset, box.Type));
        }
    }

    /// <param name="box">A sidx box.</param>
    /// <param name="payload">Its whole payload; empty if it is too long to read.</param>
    public void ReadSidx(Box box, ReadOnlySpan<byte> payload)
    {
        var references = payload is [0, ..] ? 20 : 28;
        if (payload.Length < references + 4)
        {
            return;
        }

        var source = box.At("sidx");
        var first = payload is [0, ..]
            ? BinaryPrimitives.ReadUInt32BigEndian(payload[16..])
            : BinaryPrimitives.ReadUInt64BigEndian(payload[20..]);
        var position = first <= (ulong)(bytes.Length - box.End) ? box.End + (long)first : bytes.Length;
        var begin = position;
        for (var entries = payload[(references + 4)..]; entries.Length >= 12 && _claims.Count < MaxCompared; entries = entries[12..])
        {
            _claims.Add((position, source));
            position += BinaryPrimitives.ReadUInt32BigEndian(entries) & 0x7FFFFFFF;
        }

        _claims.Add((position, source));
        _ranges.Add((begin, position, source));
    }

    /// <summary>
    /// Reads the first and the last entries of each tfra: time and offset, 64-bit each in version 1, and three short numbers.
    /// </summary>
    public async ValueTask ReadMfraAsync(Box mfra)
    {
        for (var position = mfra.Payload; position < mfra.End && _claims.Count < MaxCompared;)
        {
            if ((await Box.ReadAsync(bytes, position, mfra.End, "mfra")).Box is not { } table)
            {
                return;
            }

            if (table.Type == BoxType.Tfra && await EntriesAsync(table) is var (start, count, length, isLarge))
            {
                for (long i = 0; i < count; i = i == SampledEntries ? Math.Max(i + 1, count - SampledEntries) : i + 1)
                {
                    _claims.Add((OffsetOf((await bytes.PeekAsync(start + (i * length), length)).Span, isLarge), table.At("mfra/tfra")));
                }
            }

            position = table.End;
        }
    }

    /// <summary>Returns where the fragments end according to the indexes: of sidx the end, of mfra the last fragment.</summary>
    public async ValueTask<long> EndAsync() => _ranges.Count > 0 ? _ranges.Max(static range => range.End) : await LastFragmentAsync();

    /// <returns>The first claim of an index that the file does not bear out; null if there is none.</returns>
    public Problem? Mismatch()
    {
        if (_seen.Count == MaxCompared)
        {
            return null;
        }

        var starts = _seen.Select(static box => box.Offset).Append(bytes.Length).ToHashSet();
        foreach (var (offset, index) in _claims)
        {
            if (!starts.Contains(offset))
            {
                return new(Note.IndexMismatch, $"The index {index.Path} points to byte {offset}, where no fragment begins.", index);
            }
        }

        foreach (var (start, end, index) in _ranges)
        {
            // Segments may contain their own uuid boxes, and padding.
            if (_seen.Find(box => box.Offset >= start && box.Offset < end && !BoxType.IsMedia(box.Type)
                && box.Type is not (BoxType.Uuid or BoxType.Free or BoxType.Skip)) is { Type: not 0 } other)
            {
                return new(Note.IndexMismatch,
                    $"The index {index.Path} covers the box {FourCc.ToText(other.Type)} at byte {other.Offset}, which is not media.",
                    index);
            }
        }

        return null;
    }

    /// <summary>mfro, the last box of the file, gives the length of mfra; the last entry of its first tfra is the last fragment.</summary>
    private async ValueTask<long> LastFragmentAsync()
    {
        var mfro = (await bytes.PeekAsync(Math.Max(0, bytes.Length - MfroLength), MfroLength)).Span;
        if (mfro.Length < MfroLength || BinaryPrimitives.ReadUInt32BigEndian(mfro[4..]) != Mfro)
        {
            return 0;
        }

        var start = bytes.Length - BinaryPrimitives.ReadUInt32BigEndian(mfro[12..]);
        var (mfra, _) = await Box.ReadAsync(bytes, Math.Max(0, start), bytes.Length, "");
        if (mfra is not { Type: BoxType.Mfra } index)
        {
            return 0;
        }

        var (tfra, _) = await Box.ReadAsync(bytes, index.Payload, index.End, "mfra");
        return tfra is { Type: BoxType.Tfra } table && await EntriesAsync(table) is var (at, count, length, isLarge) && count > 0
            ? OffsetOf((await bytes.PeekAsync(at + ((count - 1) * length), length)).Span, isLarge)
            : 0;
    }

    /// <summary>tfra, 8.8.10: its entries lie at its end, and their number follows from their length.</summary>
    private async ValueTask<(long Start, long Count, int Length, bool IsLarge)?> EntriesAsync(Box tfra)
    {
        const int FieldsLength = 16;
        var fields = (await bytes.PeekAsync(tfra.Payload, (int)Math.Min(FieldsLength, tfra.PayloadLength))).Span;
        if (fields.Length < FieldsLength)
        {
            return null;
        }

        var isLarge = fields[0] == 1;
        var sizes = fields[11];
        var length = (isLarge ? 16 : 8) + 3 + (sizes & 3) + ((sizes >> 2) & 3) + ((sizes >> 4) & 3);
        return (tfra.Payload + FieldsLength, (tfra.PayloadLength - FieldsLength) / length, length, isLarge);
    }

    private static long OffsetOf(ReadOnlySpan<byte> entry, bool isLarge) =>
        isLarge ? BinaryPrimitives.ReadInt64BigEndian(entry[8..]) : BinaryPrimitives.ReadUInt32BigEndian(entry[4..]);
}
