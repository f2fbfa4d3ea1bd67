using System.Buffers.Binary;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Containers.Riff;

/// <summary>A RIFF chunk. Its end never exceeds its parent's.</summary>
/// <param name="Id">Its code, or the type of a list.</param>
internal readonly record struct Chunk(uint Id, bool IsList, long Offset, int HeaderLength, long Length)
{
    private const int HeaderSize = 8;
    private const int ListHeaderSize = 12;

    public long Payload => Offset + HeaderLength;

    public long PayloadLength => Length - HeaderLength;

    /// <summary>Offset of the next chunk: chunks are padded to an even length.</summary>
    public long End => Offset + Length + (Length & 1);

    public Source At(string path) => new(path, Offset, Length);

    /// <summary>Reads the header at <paramref name="offset"/>.</summary>
    /// <param name="end">End of the parent.</param>
    /// <returns>
    /// The chunk, truncated to the end of its parent, or null if there is none at this offset. The problem describes damage.
    /// </returns>
    public static async ValueTask<(Chunk? Chunk, Problem? Problem)> ReadAsync(ByteReader bytes, long offset, long end, string parent)
    {
        var header = (await bytes.PeekAsync(offset, (int)Math.Min(ListHeaderSize, end - offset))).Span;
        if (header.Length < HeaderSize)
        {
            return header.TrimStart((byte)0).IsEmpty
                ? (null, null)
                : (null, new("container.damaged", $"At byte {offset} too few bytes are left for a chunk header.",
                    new Source(parent, offset, header.Length)));
        }

        var id = BinaryPrimitives.ReadUInt32BigEndian(header);
        var size = HeaderSize + (long)BinaryPrimitives.ReadUInt32LittleEndian(header[4..]);
        var isList = id is ChunkId.Riff or ChunkId.List && size >= ListHeaderSize && header.Length == ListHeaderSize;
        var chunk = new Chunk(
            isList ? BinaryPrimitives.ReadUInt32BigEndian(header[HeaderSize..]) : id,
            isList,
            offset,
            isList ? ListHeaderSize : HeaderSize,
            Math.Min(size, end - offset));
        return (chunk, size > end - offset ? Truncation(chunk, parent, size) : null);
    }

    private static Problem Truncation(Chunk chunk, string parent, long size) => new(
        "container.truncated",
        $"The chunk {FourCc.ToText(chunk.Id)} at byte {chunk.Offset} claims {size} bytes; only {chunk.Length} are present.",
        chunk.At(parent));
}
