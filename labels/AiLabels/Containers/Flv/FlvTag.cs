using System.Buffers.Binary;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Containers.Flv;

/// <summary>A tag, Adobe Flash Video File Format Specification 10.1 annex E.4.1.</summary>
/// <param name="PayloadLength">Declared length; the file may end before.</param>
internal readonly record struct FlvTag(byte Type, long Offset, int PayloadLength)
{
    public const byte Audio = 8;
    public const byte Video = 9;
    public const byte Script = 18;

    public const int HeaderLength = 11;

    private const int FileHeaderLength = 9;
    private const int PreviousTagSizeLength = 4;

    /// <summary>Maximum number of bytes searched behind one place of damage.</summary>
    public const int MaxGap = 1 << 20;

    private const int BlockLength = 8 << 10;

    public long Payload => Offset + HeaderLength;

    public long Length => HeaderLength + PayloadLength;

    /// <summary>Offset of the next tag.</summary>
    public long End => Offset + Length + PreviousTagSizeLength;

    /// <returns>Offset of the first tag according to the file header (E.2), or a problem if the header is invalid.</returns>
    public static async ValueTask<(long Offset, Problem? Problem)> FindFirstAsync(ByteReader bytes)
    {
        var header = await bytes.PeekAsync(0, FileHeaderLength);
        var offset = header.Length == FileHeaderLength
            ? BinaryPrimitives.ReadUInt32BigEndian(header.Span[5..]) + (long)PreviousTagSizeLength
            : 0;
        return (offset,
            offset >= FileHeaderLength
                ? null
                : new("container.damaged", "The FLV header is truncated or does not locate the first tag.",
                    new Source("FLV", 0, header.Length)));
    }

    /// <returns>The tag, or null if there is none at this offset. The problem describes damage.</returns>
    public static async ValueTask<(FlvTag? Tag, Problem? Problem)> ReadAsync(ByteReader bytes, long offset)
    {
        var header = await bytes.PeekAsync(offset, HeaderLength);
        if (!IsHeader(header.Span))
        {
            return (null, new("container.damaged", $"There is no FLV tag at byte {offset}.", new Source("FLV", offset, header.Length)));
        }

        var tag = new FlvTag(header.Span[0], offset, BinaryPrimitives.ReadInt32BigEndian(header.Span) & 0xFFFFFF);
        return (tag, offset + tag.Length > bytes.Length
            ? new("container.truncated", $"The tag at byte {offset} claims {tag.PayloadLength} bytes.",
                new Source("FLV", offset, HeaderLength))
            : null);
    }

    /// <summary>Finds the next tag behind damage: one whose size stands behind it again (E.3).</summary>
    /// <returns>Its offset; null if there is none near.</returns>
    public static async ValueTask<long?> FindNextAsync(ByteReader bytes, long damage)
    {
        for (var start = damage; start < Math.Min(bytes.Length, damage + MaxGap); start += BlockLength)
        {
            var block = (await bytes.PeekAsync(start, BlockLength + HeaderLength - 1)).ToArray();
            for (var i = 0; i + HeaderLength <= block.Length; i++)
            {
                if (IsHeader(block.AsSpan(i)) && await ReadAsync(bytes, start + i) is ({ } tag, null) && await tag.IsConfirmedAsync(bytes))
                {
                    return tag.Offset;
                }
            }
        }

        return null;
    }

    /// <summary>Returns true if the file ends with a tag and its size.</summary>
    public static async ValueTask<bool> EndsWithOneAsync(ByteReader bytes)
    {
        var size = await bytes.PeekAsync(bytes.Length - PreviousTagSizeLength, PreviousTagSizeLength);
        var start = bytes.Length - PreviousTagSizeLength - BinaryPrimitives.ReadUInt32BigEndian(size.Span);
        return start > 0 && await ReadAsync(bytes, start) is ({ } tag, null) && tag.End == bytes.Length;
    }

    private static bool IsHeader(ReadOnlySpan<byte> header) =>
        header is [Audio or Video or Script, _, _, _, _, _, _, _, 0, 0, 0, ..];

    private async ValueTask<bool> IsConfirmedAsync(ByteReader bytes)
    {
        var size = await bytes.PeekAsync(Offset + Length, PreviousTagSizeLength);
        return size.Length == PreviousTagSizeLength && BinaryPrimitives.ReadUInt32BigEndian(size.Span) == Length;
    }
}
