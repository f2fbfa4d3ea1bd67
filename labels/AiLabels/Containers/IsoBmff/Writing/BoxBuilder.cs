using System.Buffers.Binary;

namespace AiLabels.Containers.IsoBmff.Writing;

/// <summary>Builds the boxes of the metadata list: compact headers, big-endian numbers.</summary>
internal static class BoxBuilder
{
    private const uint Mdta = 0x6D647461;

    /// <summary>Well-known type 1 of QuickTime metadata: UTF-8 without count or terminator.</summary>
    private const uint Utf8 = 1;

    public static byte[] Box(uint type, params ReadOnlySpan<byte[]> payload)
    {
        byte[] body = [.. Concat(payload)];
        return [.. UInt32(checked((uint)body.Length + 8)), .. UInt32(type), .. body];
    }

    /// <summary>
    /// Builds a whole meta box as muxers write it in udta: version and flags, handler mdta, keys and ilst with one entry.
    /// </summary>
    public static byte[] Meta(string key, byte[] value) => Box(
        BoxType.Meta,
        UInt32(0),
        Box(BoxType.Hdlr, UInt32(0), UInt32(0), UInt32(Mdta), new byte[13]),
        Box(BoxType.Keys, UInt32(0), UInt32(1), Key(key)),
        Box(BoxType.Ilst, Item(1, value)));

    /// <summary>Builds an entry of keys: size, namespace, name.</summary>
    public static byte[] Key(string name) => Box(Mdta, System.Text.Encoding.ASCII.GetBytes(name));

    /// <param name="key">One-based index of its key.</param>
    public static byte[] Item(uint key, byte[] value) => Box(key, Box(BoxType.Data, UInt32(Utf8), UInt32(0), value));

    public static byte[] UInt32(uint value)
    {
        var bytes = new byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    public static bool IsMdta(ReadOnlySpan<byte> code) => BinaryPrimitives.ReadUInt32BigEndian(code) == Mdta;

    private static List<byte> Concat(ReadOnlySpan<byte[]> parts)
    {
        var bytes = new List<byte>();
        foreach (var part in parts)
        {
            bytes.AddRange(part);
        }

        return bytes;
    }
}
