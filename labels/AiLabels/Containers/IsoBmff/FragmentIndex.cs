using System.Buffers.Binary;
using AiLabels.Reading;

namespace AiLabels.Containers.IsoBmff;

/// <summary>Finds the end of the fragments of a long file, so that the reader need not visit thousands of them.</summary>
/// <remarks>
/// Uses sidx (ISO/IEC 14496-12 clause 8.16.3) before the fragments, or mfra (8.8.9) at the end of the file. An index is used only as far as
/// it points forward within the file; bytes between two fragments are media by definition.
/// </remarks>
internal sealed class FragmentIndex(ByteReader bytes)
{
    private const int MfroLength = 16;
    private const uint Mfro = 0x6D66726F;

    private long _end;
    private bool _isRead;

    /// <param name="box">A sidx box.</param>
    /// <param name="payload">Its whole payload; empty if it is too long to read.</param>
    public void ReadSidx(Box box, ReadOnlySpan<byte> payload)
    {
        var references = payload is [0, ..] ? 20 : 28;
        if (_end > 0 || payload.Length < references + 4)
        {
            return;
        }

        var end = box.End
            + (long)(payload is [0, ..]
                ? BinaryPrimitives.ReadUInt32BigEndian(payload[16..])
                : BinaryPrimitives.ReadUInt64BigEndian(payload[20..]));
        for (var entries = payload[(references + 4)..]; entries.Length >= 12; entries = entries[12..])
        {
            end += BinaryPrimitives.ReadUInt32BigEndian(entries) & 0x7FFFFFFF;
        }

        _end = end;
    }

    /// <param name="moof">A fragment that need not be read.</param>
    /// <returns>
    /// The beginning of the last fragment or the end of the fragments; the end of <paramref name="moof"/> without an index.
    /// </returns>
    public async ValueTask<long> SkipAsync(Box moof)
    {
        if (!_isRead)
        {
            _isRead = true;
            _end = _end > 0 ? _end : await LastFragmentAsync();
        }

        return _end > moof.End && _end <= bytes.Length ? _end : moof.End;
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
        return tfra is { Type: BoxType.Tfra } table ? await LastEntryAsync(table) : 0;
    }

    /// <summary>tfra, 8.8.10: time and offset, 64-bit each in version 1, and three numbers of 1 to 4 bytes.</summary>
    private async ValueTask<long> LastEntryAsync(Box tfra)
    {
        const int FieldsLength = 16;
        var fields = (await bytes.PeekAsync(tfra.Payload, (int)Math.Min(FieldsLength, tfra.PayloadLength))).Span;
        if (fields.Length < FieldsLength)
        {
            return 0;
        }

        var isLarge = fields[0] == 1;
        var sizes = fields[11];
        var entryLength = (isLarge ? 16 : 8) + 3 + (sizes & 3) + ((sizes >> 2) & 3) + ((sizes >> 4) & 3);
        if (tfra.PayloadLength < FieldsLength + entryLength)
        {
            return 0;
        }

        var entry = (await bytes.PeekAsync(tfra.End - entryLength, entryLength)).Span;
        return isLarge ? BinaryPrimitives.ReadInt64BigEndian(entry[8..]) : BinaryPrimitives.ReadUInt32BigEndian(entry[4..]);
    }
}
