using System.Text;
using static AiLabels.Testing.Mp4;

namespace AiLabels.Testing;

/// <summary>The boxes of a meta box that describe its items: iinf with infe, and iloc; all about item 1.</summary>
internal static class Items
{
    public static byte[] Information(byte[] entry, byte version = 0) =>
        Box("iinf", [version, 0, 0, 0], version == 0 ? [0, 1] : UInt32(1), entry);

    public static byte[] Entry(byte version, string mediaType, string encoding = "", ushort id = 1) => Box(
        "infe",
        [version, 0, 0, 0],
        version == 3 ? UInt32(id) : UInt32(id)[2..],
        [0, 0],
        version >= 2 ? "mime"u8.ToArray() : [],
        Encoding.ASCII.GetBytes($"XMP\0{mediaType}\0{encoding}{(encoding.Length > 0 ? "\0" : "")}"));

    /// <summary>One part, at a place in the file.</summary>
    public static byte[] Place(byte version, int offset, int length) => Box(
        "iloc",
        [version, 0, 0, 0, 0x44, 0x40],
        version < 2 ? [0, 1, 0, 1] : Concat(UInt32(1), UInt32(1)),
        version == 0 ? [] : [0, 0],
        [0, 0],
        UInt32((uint)offset - 8),
        [0, 1],
        UInt32(8),
        UInt32((uint)length));

    /// <summary>Two parts.</summary>
    public static byte[] Parts(int offset, int first, int length) => Box(
        "iloc",
        [0, 0, 0, 0, 0x44, 0, 0, 1, 0, 1, 0, 0, 0, 2],
        UInt32((uint)offset),
        UInt32((uint)first),
        UInt32((uint)(offset + first)),
        UInt32((uint)(length - first)));

    public static byte[] PlaceInData(int length) => Box(
        "iloc", [1, 0, 0, 0, 0x44, 0, 0, 1, 0, 1, 0, 1, 0, 0, 0, 1], UInt32(0), UInt32((uint)length));

    /// <summary>A meta box with an XMP item in many parts of idat.</summary>
    public static byte[] InManyParts(ushort count)
    {
        byte[] part = [.. UInt32(0), .. UInt32(1)];
        var place = Box(
            "iloc", [1, 0, 0, 0, 0x44, 0, 0, 1, 0, 1, 0, 1, 0, 0], UInt32(count)[2..],
            [.. Enumerable.Repeat(part, count).SelectMany(static p => p)]);
        return FullBox("meta", Hdlr("mdta"), Information(Entry(2, "application/rdf+xml")), place, Box("idat", new byte[10]));
    }

    /// <summary>A file with many items that are all the same bytes of idat.</summary>
    public static byte[] Overlapping(byte[] packet, ushort count)
    {
        var entries = Enumerable.Range(1, count).Select(static id => Entry(2, "application/rdf+xml", id: (ushort)id)).ToArray();
        var places = Enumerable.Range(1, count).Select(
            id => Concat(UInt32((uint)id)[2..], [0, 1, 0, 0, 0, 1], UInt32(0), UInt32((uint)packet.Length))).ToArray();
        var number = UInt32(count)[2..];
        return Concat(Ftyp, Mdat(), Moov(FullBox(
            "meta",
            Hdlr("mdta"),
            Box("iinf", [[0, 0, 0, 0], number, .. entries]),
            Box("iloc", [[1, 0, 0, 0, 0x44, 0], number, .. places]),
            Box("idat", packet))));
    }
}
