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
        if (header.Span is not [Audio or Video or Script, _, _, _, _, _, _, _, 0, 0, 0])
        {
            return (null, new("container.damaged", $"There is no FLV tag at byte {offset}.", new Source("FLV", offset, header.Length)));
        }

        var tag = new FlvTag(header.Span[0], offset, BinaryPrimitives.ReadInt32BigEndian(header.Span) & 0xFFFFFF);
        return (tag, offset + tag.Length > bytes.Length
            ? new("container.truncated", $"The tag at byte {offset} claims {tag.PayloadLength} bytes.",
                new Source("FLV", offset, HeaderLength))
            : null);
    }
}
