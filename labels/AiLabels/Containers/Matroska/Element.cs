using System.Numerics;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Containers.Matroska;

/// <summary>An EBML element, RFC 8794 clause 6. Its end never exceeds its parent's.</summary>
/// <param name="HasUnknownSize">Whether it ends only at an element that cannot be its child.</param>
internal readonly record struct Element(uint Id, long Offset, int HeaderLength, long Length, bool HasUnknownSize)
{
    private const int MaxIdLength = 4;
    private const int MaxSizeLength = 8;

    public long Payload => Offset + HeaderLength;

    public long PayloadLength => Length - HeaderLength;

    public long End => Offset + Length;

    public Source At(string path) => new(path, Offset, Length);

    /// <summary>Reads the header at <paramref name="offset"/>.</summary>
    /// <param name="end">End of the parent.</param>
    /// <returns>
    /// The element, truncated to the end of its parent, or null if there is none at this offset. The problem describes damage.
    /// </returns>
    public static async ValueTask<(Element? Element, Problem? Problem)> ReadAsync(ByteReader bytes, long offset, long end, string parent)
    {
        var header = (await bytes.PeekAsync(offset, (int)Math.Min(MaxIdLength + MaxSizeLength, end - offset))).Span;
        var idLength = LengthOf(header);
        var sizeLength = idLength <= MaxIdLength && header.Length > idLength ? LengthOf(header[idLength..]) : int.MaxValue;
        if (idLength > MaxIdLength || sizeLength > MaxSizeLength || header.Length < idLength + sizeLength)
        {
            return (null,
                new("container.damaged", $"There is no EBML element at byte {offset}.", new Source(parent, offset, header.Length)));
        }

        var id = (uint)BigEndian(header[..idLength]);
        var ones = (1UL << (7 * sizeLength)) - 1;
        var size = BigEndian(header.Slice(idLength, sizeLength)) & ones;
        var headerLength = idLength + sizeLength;
        var available = (ulong)(end - offset - headerLength);
        var isUnknown = size == ones;
        var element =
            new Element(id, offset, headerLength, headerLength + (long)(isUnknown ? available : Math.Min(size, available)), isUnknown);
        return (element, size > available && !isUnknown ? Truncation(element, parent, size) : null);
    }

    /// <summary>Reads an unsigned integer of up to 8 bytes; longer values are invalid and read as 0.</summary>
    public static ulong BigEndian(ReadOnlySpan<byte> bytes)
    {
        ulong value = 0;
        foreach (var b in bytes.Length <= 8 ? bytes : [])
        {
            value = (value << 8) | b;
        }

        return value;
    }

    /// <summary>Returns the length of a variable-size integer from its leading zero bits; 9 or more for an invalid first byte.</summary>
    public static int LengthOf(ReadOnlySpan<byte> bytes) =>
        bytes.IsEmpty ? int.MaxValue : BitOperations.LeadingZeroCount((uint)bytes[0]) - 23;

    private static Problem Truncation(Element element, string parent, ulong size) => new(
        "container.truncated",
        $"The element {ElementId.ToText(element.Id)} at byte {element.Offset} claims {size} bytes; only {element.PayloadLength} are present.",
        element.At(parent));
}
