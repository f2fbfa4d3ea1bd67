using System.Text;
using AiLabels.Testing;
using static AiLabels.Testing.Mp4;

namespace AiLabels.Tests.Negatives;

/// <summary>Phones and tablets.</summary>
internal static class Phones
{
    private static readonly byte[] Trak = Movie.Trak(Movie.HvcC, "HEVC", 40, 64);

    public static IEnumerable<Recording> All =>
    [
        new("iPhone: QuickTime keys", () => Concat(
            Box("ftyp", "qt  "u8.ToArray(), UInt32(0), "qt  "u8.ToArray()), Box("wide"), Mdat(), Moov(
                Trak,
                QuickTimeMetaWithKeys(
                    ("com.apple.quicktime.make", "Apple"), ("com.apple.quicktime.model", "iPhone 15 Pro"),
                    ("com.apple.quicktime.software", "17.5.1"), ("com.apple.quicktime.creationdate", "2024-07-01T10:00:00+0800"),
                    ("com.apple.quicktime.location.ISO6709", "+31.2304+121.4737+010.000/"),
                    ("com.apple.quicktime.camera.lens_model", "iPhone 15 Pro back camera 6.86mm f/1.78"))))),
        new("iPhone: a live photo", () => Concat(Ftyp, Mdat(), Moov(
            Trak,
            Box("trak", Box("mdia", Hdlr("meta"), Box("minf", Box("stbl", FullBox("stsd", UInt32(1), Box("mebx", new byte[8])))))),
            QuickTimeMetaWithKeys(
                ("com.apple.quicktime.content.identifier", "5A3B1C2D-0000-4E4E-8888-1234567890AB"),
                ("com.apple.quicktime.live-photo.auto", "1"), ("com.apple.quicktime.live-photo.vitality-score", "0.93"))))),
        new("Samsung: a SEFT trailer behind the movie", () => Concat(
            FileWith(Trak, Udta(Box("smta", Box("saut", new byte[4])))), Samsung())),
        new("Samsung: the same in a box of its own", () => Concat(FileWith(Trak), Box("sefd", Samsung()))),
        new("vivo: JSON text behind the movie", () => Concat(
            FileWith(Trak), Utf8("""vivo{"version":"1.0","mediaType":"video","com.vivo.gallery":{"slow":false}}vivo"""))),
        new("Xiaomi: keys, and a version behind the movie", () => Concat(
            FileWith(Trak, MetaWithKeys(("com.xiaomi.product.marketname", "Xiaomi 14"), ("com.android.version", "14"))),
            Utf8("\0\0\0\u0001MIUI_14"))),
        new("Huawei: unknown boxes at the top and in the movie", () => Concat(
            FileWith(Trak, Udta(Box("mcvr", new byte[12]), Box("hwmd", new byte[64]))), Box("hwbx", new byte[300]))),
        new("Android: capture rate and location", () => FileWith(
            Trak,
            FullBox("meta", Hdlr("mdta"), Keys("com.android.version", "com.android.capture.fps"),
                Box("ilst", Item(1, Text("15")), Item(2, Data(23, [0x42, 0xF0, 0, 0])))),
            Udta(Box("\u00A9xyz", [0, 0x12, 0x15, 0xC7], "+22.5362+113.9454/"u8.ToArray())))),
        new("An old phone: 3GPP asset boxes", () => Concat(
            Box("ftyp", "3gp5"u8.ToArray(), UInt32(0x200), "3gp5isom"u8.ToArray()), Mdat(), Moov(
                Trak, Udta(FullBox("titl", [0x15, 0xC7], "Birthday\0"u8.ToArray()), FullBox("auth", [0x15, 0xC7], "Ana\0"u8.ToArray()),
                    FullBox("loci", [0x15, 0xC7], new byte[20]))))),
        new("A phone that writes an item with its picture", () => Concat(
            FileWith(Trak), FullBox("meta", Hdlr("pict"), Items.Information(Items.Entry(2, "image/jpeg")),
                Items.PlaceInData(100), Box("idat", new byte[100])))),
    ];

    /// <summary>Entries, then a directory of them between SEFH and SEFT; little-endian.</summary>
    private static byte[] Samsung()
    {
        byte[] entry = [0, 0, 0x01, 0x0A, 14, 0, 0, 0, .. "Image_UTC_Data1719800000000"u8];
        byte[] length = [(byte)entry.Length, 0, 0, 0];
        byte[] directory = [.. "SEFH"u8, 0x6B, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0x01, 0x0A, .. length, .. length];
        return [.. entry, .. directory, (byte)directory.Length, 0, 0, 0, .. "SEFT"u8];
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
