using System.Buffers.Binary;
using AiLabels.Reports;
using AiLabels.Writing;

namespace AiLabels.Containers.Riff.Writing;

/// <summary>idx1: the position of each sample, relative to the movi list or, by some writers, to the beginning of the file.</summary>
internal sealed class OldIndex(Chunk idx1, Chunk movi, LabelRewrite rewrite)
{
    private const int EntryLength = 16;
    private const int OffsetAt = 8;

    /// <summary>Base of the positions: the list's type, after its id and size.</summary>
    private readonly long _base = movi.Offset + 8;

    public async ValueTask<IEnumerable<Edit>> RelocateAsync(EditList moved)
    {
        if (moved.Map(movi.Payload) == movi.Payload || !await IsAbsoluteAsync())
        {
            return [];
        }

        var entries = await rewrite.LoadAsync(idx1.Payload, idx1.PayloadLength);
        for (var at = 0; at + EntryLength <= entries.Length; at += EntryLength)
        {
            var field = entries.AsSpan(at + OffsetAt);
            var position = moved.Map(BinaryPrimitives.ReadUInt32LittleEndian(field));
            BinaryPrimitives.WriteUInt32LittleEndian(field, position is >= 0 and <= uint.MaxValue
                ? (uint)position
                : throw new RefusalException(Refusal.UnsupportedLayout,
                    "A position in idx1 would outgrow 32 bits. Re-mux the file first: ffmpeg -i IN -c copy OUT.mkv"));
        }

        return [Edit.Overwrite(idx1.Payload, entries)];
    }

    /// <summary>Returns true if the first entry's position is relative to the beginning of the file, not to the list.</summary>
    private async ValueTask<bool> IsAbsoluteAsync()
    {
        if (idx1.PayloadLength < EntryLength)
        {
            return false;
        }

        var first = await rewrite.Bytes.ReadAsync(idx1.Payload, EntryLength);
        var offset = BinaryPrimitives.ReadUInt32LittleEndian(first.AsSpan(OffsetAt));
        return !await StandsAtAsync(_base + offset) && await StandsAtAsync(offset);

        async ValueTask<bool> StandsAtAsync(long position) =>
            position >= movi.Payload && (await rewrite.Bytes.PeekAsync(position, 4)).Span.SequenceEqual(first.AsSpan(0, 4));
    }
}
