namespace AiLabels.Containers.Matroska.Writing;

/// <summary>Builds EBML elements, RFC 8794 clauses 4 to 6.</summary>
internal static class Ebml
{
    /// <summary>Length of the header of a Void element that may have any size.</summary>
    public const int VoidHeader = 1 + MaxSizeLength;

    private const int MaxSizeLength = 8;

    public static byte[] Element(uint id, params ReadOnlySpan<byte[]> payload)
    {
        var body = new List<byte>();
        foreach (var part in payload)
        {
            body.AddRange(part);
        }

        return [.. Id(id), .. Size(body.Count, WidthFor(body.Count)), .. body];
    }

    /// <summary>Builds the header of a Void element with a total length of <paramref name="length"/> bytes.</summary>
    /// <param name="width">Length of its size field in bytes.</param>
    public static byte[] Void(long length, int width = MaxSizeLength) => [.. Id(ElementId.Void), .. Size(length - 1 - width, width)];

    /// <summary>Returns the number of bytes that a size needs; a field of all ones means unknown.</summary>
    public static int WidthFor(long size)
    {
        var width = 1;
        while (size >= (1L << (7 * width)) - 1)
        {
            width++;
        }

        return width;
    }

    public static byte[] Size(long size, int width) => BigEndian((ulong)size | (1UL << (7 * width)), width);

    public static byte[] Id(uint id) => BigEndian(id, id switch { > 0xFFFFFF => 4, > 0xFFFF => 3, > 0xFF => 2, _ => 1 });

    public static byte[] BigEndian(ulong value, int width)
    {
        var bytes = new byte[width];
        for (var i = width - 1; i >= 0; i--)
        {
            bytes[i] = (byte)value;
            value >>= 8;
        }

        return bytes;
    }

    /// <summary>Returns the number of bytes that an unsigned integer needs.</summary>
    public static int WidthOf(ulong value) => Math.Max(1, (71 - System.Numerics.BitOperations.LeadingZeroCount(value)) / 8);
}
