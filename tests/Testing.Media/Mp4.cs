using System.Buffers.Binary;
using System.Text;

namespace AiLabels.Testing;

/// <summary>Boxes of ISO/IEC 14496-12 and QuickTime, built as in their specifications.</summary>
internal static class Mp4
{
    public static readonly byte[] Ftyp = Box("ftyp", "isom"u8.ToArray(), UInt32(512), "isomiso2avc1mp41"u8.ToArray());

    public static byte[] Box(string type, params byte[][] payload)
    {
        var body = Concat(payload);
        return Concat(UInt32((uint)body.Length + 8), Encoding.Latin1.GetBytes(type), body);
    }

    public static byte[] FullBox(string type, params byte[][] payload) => Box(type, [UInt32(0), .. payload]);

    public static byte[] LargeBox(string type, params byte[][] payload)
    {
        var body = Concat(payload);
        return Concat(UInt32(1), Encoding.Latin1.GetBytes(type), UInt64((ulong)body.Length + 16), body);
    }

    /// <summary>A header with a given size, whatever the length of the payload.</summary>
    public static byte[] Claim(uint size, string type, params byte[][] payload) =>
        Concat(UInt32(size), Encoding.Latin1.GetBytes(type), Concat(payload));

    public static byte[] Mdat(int length = 64) => Box("mdat", new byte[length]);

    /// <summary>A movie with the given boxes after a movie header of two seconds; with a track, because none plays without.</summary>
    public static byte[] Moov(params byte[][] children) =>
        Box("moov", [Mvhd(), .. children.Any(static box => box.AsSpan().IndexOf("trak"u8) >= 0) ? [] : new[] { Box("trak") }, .. children]);

    public static byte[] FileWith(params byte[][] moovChildren) => Concat(Ftyp, Mdat(), Moov(moovChildren));

    /// <summary>QuickTime metadata in ISO files: a FullBox with hdlr mdta, keys and ilst.</summary>
    public static byte[] MetaWithKeys(params (string Key, string Value)[] entries) => FullBox("meta", MdtaChildren(entries));

    /// <summary>QuickTime metadata as Apple writes it: without version and flags.</summary>
    public static byte[] QuickTimeMetaWithKeys(params (string Key, string Value)[] entries) => Box("meta", MdtaChildren(entries));

    public static byte[] Udta(params byte[][] children) => Box("udta", children);

    public static byte[] Hdlr(string handler) => FullBox("hdlr", UInt32(0), Encoding.ASCII.GetBytes(handler), new byte[12], [0]);

    public static byte[] Keys(params string[] names) =>
        FullBox("keys", [UInt32((uint)names.Length), .. names.Select(name => Box("mdta", Encoding.UTF8.GetBytes(name)))]);

    public static byte[] Item(uint key, byte[] data)
    {
        var item = Box("item", data);
        BinaryPrimitives.WriteUInt32BigEndian(item.AsSpan(4), key);
        return item;
    }

    public static byte[] Data(uint type, byte[] value) => Box("data", UInt32(type), UInt32(0), value);

    public static byte[] Text(string value) => Data(1, Encoding.UTF8.GetBytes(value));

    public static byte[] UInt32(uint value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, value);
        return bytes;
    }

    public static byte[] UInt64(ulong value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, value);
        return bytes;
    }

    public static byte[] Concat(params byte[][] parts) => [.. parts.SelectMany(static part => part)];

    private static byte[][] MdtaChildren((string Key, string Value)[] entries) =>
    [
        Hdlr("mdta"),
        Keys([.. entries.Select(static e => e.Key)]),
        Box("ilst", [.. entries.Select(static (e, i) => Item((uint)i + 1, Text(e.Value)))]),
    ];

    private static byte[] Mvhd() => FullBox("mvhd", UInt32(0), UInt32(0), UInt32(1000), UInt32(2000), new byte[80]);
}
