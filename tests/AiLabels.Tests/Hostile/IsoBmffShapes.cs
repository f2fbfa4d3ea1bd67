using System.Buffers.Binary;
using System.Text;
using AiLabels.Testing;
using static AiLabels.Testing.Mp4;

namespace AiLabels.Tests.Hostile;

/// <summary>Too many boxes, nested boxes, impossible sizes and counts.</summary>
internal static class IsoBmffShapes
{
    private const int Million = 1_000_000;

    private static readonly string[] SampleTables = ["stts", "stsc", "stsz", "stco", "co64", "stss", "ctts", "sbgp", "saiz", "saio"];

    public static IEnumerable<HostileShape> All =>
    [
        new("a million boxes at the front", () => Concat(Ftyp, Repeat(Box("free"), Million), Moov())),
        new("a million boxes behind the movie", () => Concat(Ftyp, Moov(), Repeat(Box("free"), Million))),
        new("a million boxes in moov", () => FileWith(Repeat(Box("free"), Million))),
        new("a million boxes in udta", () => FileWith(Udta(Repeat(Box("free"), Million)))),
        new("a million boxes in ilst", () => FileWith(Udta(FullBox("meta", Hdlr("mdir"), Box("ilst", Repeat(Box("free"), Million)))))),
        new("a million moov boxes", () => Concat(Ftyp, Repeat(Box("moov"), Million))),
        new("a million moof boxes", () => Concat(Ftyp, Moov(), Repeat(Box("moof"), Million))),
        new("a million tracks", () => FileWith(Repeat(Box("trak"), Million))),
        new("a million keys, all AIGC",
            () => FileWith(
                Udta(FullBox("meta", Hdlr("mdta"), FullBox("keys", UInt32(Million), Repeat(Box("mdta", "AIGC"u8.ToArray()), 300_000)),
                    Box("ilst", Item(1, Text(Aigc.Generated))))))),
        new("100,000 items of one key",
            () => FileWith(Udta(FullBox("meta", Hdlr("mdta"), Keys("AIGC"), Box("ilst", Repeat(Item(1, Text("{}")), 100_000)))))),
        new("100,000 XMP boxes",
            () => Concat(
                Ftyp, Moov(), Repeat(Box("uuid", Convert.FromHexString("be7acfcb97a942e89c71999491e3afac"), "<a/>"u8.ToArray()), 100_000))),
        new("boxes nested 100,000 deep in moov", () => Concat(Ftyp, Nested("moov", 100_000))),
        new("udta nested 100,000 deep", () => FileWith(Nested("udta", 100_000))),
        new("meta nested 100,000 deep", () => FileWith(Nested("meta", 100_000))),
        new("boxes of size zero", () => Concat(Ftyp, Repeat(Claim(0, "free"), 100_000))),
        new("boxes of large size zero", () => Concat(Ftyp, Repeat(Claim(1, "free", UInt64(0)), 100_000))),
        new("a box of 2^63 bytes", () => Concat(Ftyp, Claim(1, "moov", UInt64(1UL << 63)))),
        new("a box of 2^64 - 1 bytes", () => Concat(Ftyp, Claim(1, "mdat", UInt64(ulong.MaxValue)), Moov())),
        .. SampleTables.Select(type => Count(type, box => Trak(Box("stbl", box)))),
        Count("elst", box => Box("trak", Box("edts", box))),
        Count("dref", box => Trak(Box("dinf", box))),
        Count("stsd", box => Trak(Box("stbl", box))),
        Count("keys", box => Udta(FullBox("meta", Hdlr("mdta"), box, Box("ilst", Item(1, Text(Aigc.Generated)))))),
        Count("iloc", box => FullBox("meta", Hdlr("mdta"), box)),
        new("2^31 entries in sidx",
            () => Concat(Ftyp, Moov(), FullBox("sidx", new byte[16], UInt32(int.MaxValue)), Repeat(UInt32(1), 100_000))),
        new("2^31 entries in trun",
            () => Concat(Ftyp, Moov(), Box("moof", Box("traf", FullBox("tfhd", UInt32(1)), FullBox("trun", UInt32(1u << 31)))))),
        new("2^31 entries in tfra",
            () => Concat(
                Ftyp, Moov(), Mdat(), Box("mfra", FullBox("tfra", UInt32(1), UInt32(0), UInt32(1u << 31)), FullBox("mfro", UInt32(52))))),
        new("an index of itself",
            () => Concat(Ftyp, Moov(),
                Repeat(Box("mfra", FullBox("tfra", UInt32(1), UInt32(0), UInt32(1), new byte[11]), FullBox("mfro", UInt32(59))), 10_000))),
    ];

    public static byte[] Repeat(byte[] part, int count)
    {
        var all = new byte[part.Length * count];
        for (var at = 0; at < all.Length; at += part.Length)
        {
            part.CopyTo(all, at);
        }

        return all;
    }

    private static HostileShape Count(string type, Func<byte[], byte[]> place) =>
        new($"2^31 entries in {type}", () => FileWith(place(FullBox(type, UInt32(0x80000000), Repeat(UInt32(0x7FFFFFFF), 10_000)))));

    private static byte[] Trak(byte[] content) => Box("trak", Box("mdia", Hdlr("vide"), Box("minf", content)));

    private static byte[] Nested(string type, int depth)
    {
        var file = new byte[depth * 8];
        for (var at = 0; at < file.Length; at += 8)
        {
            BinaryPrimitives.WriteInt32BigEndian(file.AsSpan(at), file.Length - at);
            Encoding.ASCII.GetBytes(type, file.AsSpan(at + 4));
        }

        return file;
    }
}
