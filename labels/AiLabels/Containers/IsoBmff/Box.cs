using System.Buffers.Binary;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Containers.IsoBmff;

/// <summary>A box of ISO/IEC 14496-12 clause 4.2: its offset and the offset of its payload. Its end never exceeds its parent's.</summary>
internal readonly record struct Box(uint Type, long Offset, int HeaderLength, long Length)
{
    private const int CompactHeader = 8;
    private const int LargeHeader = 16;

    public long Payload => Offset + HeaderLength;

    public long PayloadLength => Length - HeaderLength;

    public long End => Offset + Length;

    public Source At(string path) => new(path, Offset, Length);

    /// <summary>Reads the header at <paramref name="offset"/>.</summary>
    /// <param name="end">End of the parent.</param>
    /// <returns>
    /// The box, truncated to the end of its parent, or null if there is none at this offset. The problem describes damage.
    /// </returns>
    public static ValueTask<(Box? Box, Problem? Problem)> ReadAsync(ByteReader bytes, long offset, long end, string parent)
    {
        // Nearly every header is already in memory, and a file has thousands.
        var header = bytes.PeekAsync(offset, (int)Math.Min(LargeHeader, end - offset));
        return header.IsCompletedSuccessfully
            ? ValueTask.FromResult(Parse(header.Result.Span, offset, end, parent))
            : WaitAsync(header, offset, end, parent);
    }

    private static async ValueTask<(Box? Box, Problem? Problem)> WaitAsync(
        ValueTask<ReadOnlyMemory<byte>> header, long offset, long end, string parent) =>
        Parse((await header).Span, offset, end, parent);

    private static (Box? Box, Problem? Problem) Parse(ReadOnlySpan<byte> header, long offset, long end, string parent)
    {
        if (header.Length < CompactHeader)
        {
            // QuickTime terminates a udta with four zero bytes; padding shorter than a header is harmless.
            return header.TrimStart((byte)0).IsEmpty
                ? (null, null)
                : (null, Damage(offset, header.Length, parent, "too few bytes are left for a box header"));
        }

        ulong size = BinaryPrimitives.ReadUInt32BigEndian(header);
        var type = BinaryPrimitives.ReadUInt32BigEndian(header[4..]);
        var headerLength = CompactHeader;
        if (size == 0)
        {
            size = type == 0 ? CompactHeader : (ulong)(end - offset);
        }
        else if (size == 1)
        {
            if (header.Length < LargeHeader)
            {
                return (null, Damage(offset, header.Length, parent, "too few bytes are left for a 64-bit size"));
            }

            headerLength = LargeHeader;
            size = BinaryPrimitives.ReadUInt64BigEndian(header[CompactHeader..]);
        }

        if (size < (ulong)headerLength)
        {
            return (null, Damage(offset, headerLength, parent, $"the box {FourCc.ToText(type)} claims {size} bytes, less than its header"));
        }

        var available = end - offset;
        var length = (long)Math.Min(size, (ulong)available);
        return (new Box(type, offset, headerLength, length),
            size > (ulong)available ? Truncation(offset, length, parent, type, size) : null);
    }

    private static Problem Damage(long offset, long length, string parent, string what) =>
        new("container.damaged", $"At byte {offset} {what}.", new Source(parent, offset, length));

    private static Problem Truncation(long offset, long length, string parent, uint type, ulong size) =>
        new("container.truncated", $"The box {FourCc.ToText(type)} at byte {offset} claims {size} bytes; only {length} are present.",
            new Source(parent, offset, length));
}
