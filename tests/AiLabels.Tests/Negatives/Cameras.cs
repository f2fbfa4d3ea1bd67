using System.Text;
using AiLabels.Testing;
using static AiLabels.Testing.Mp4;

namespace AiLabels.Tests.Negatives;

/// <summary>Cameras, drones and dashboard cameras.</summary>
internal static class Cameras
{
    private static readonly byte[] Trak = Movie.Trak(Movie.AvcC, "", 40, 64);

    public static IEnumerable<Recording> All =>
    [
        new("GoPro: user data of its own", () => FileWith(Trak, Udta(
            Box("FIRM", "HD9.01.01.60.00"u8.ToArray()),
            Box("LENS", "LAJ0062621901234"u8.ToArray()),
            Box("CAME", new byte[16]),
            Box("SETT", new byte[12]),
            Box("MUID", new byte[32]),
            Box("GPMF", "DEVC"u8.ToArray(), [0, 1, 0, 4], "DVID"u8.ToArray(), new byte[8])))),
        new("DJI: texts, a list and a private track", () => FileWith(
            Trak,
            Box("trak", Box("mdia", Hdlr("meta"), Box("minf", Box("stbl", FullBox("stsd", UInt32(1), Box("djmd", new byte[8])))))),
            Udta(
                Text("\u00A9xyz", "+22.5362+113.9454+86.5"), Text("\u00A9mdl", "FC3582"), Text("\u00A9enc", "DJI Mini 3 Pro"),
                FullBox("meta", Hdlr("mdir"), Box("ilst", Box("covr", Data(13, new byte[200]))))))),
        new("Sony XAVC: uuid boxes and XML", () => Concat(
            Box("ftyp", "XAVC"u8.ToArray(), UInt32(0x01006FFF), "XAVCmp42iso2"u8.ToArray()),
            Uuid("50524f46-21d2-4fce-bb88-695cfac9c740", new byte[128]),
            Mdat(),
            Moov(
                Trak,
                FullBox("meta", Hdlr("nrtm"), FullBox("xml ", Utf8(
                    """
                    <?xml version="1.0" encoding="UTF-8"?><NonRealTimeMeta xmlns="urn:schemas-professionalDisc:nonRealTimeMeta:ver.2.10">
                    <Device manufacturer="Sony" modelName="ILCE-7M4"/></NonRealTimeMeta>
                    """)))),
            Uuid("55534d54-21d2-4fce-bb88-695cfac9c740", Box("MTDT", new byte[40])))),
        new("Canon: uuid boxes in the movie and private text", () => FileWith(
            Trak,
            Uuid("85c0b687-820f-11e0-8111-f4ce462b6a48", Box("CNCV", "CanonCRM0001"u8.ToArray()), Box("CNTH", Box("CNDA", Jpeg(400)))),
            Udta(Box("CNCV", "CanonHEVC"u8.ToArray()), Box("CNFV", "Firmware Version 1.6.0"u8.ToArray())))),
        new("Nikon: nested private boxes", () => FileWith(
            Trak, Udta(Box("NCDT", Box("NCHD", "NIKON DCF 1.0"u8.ToArray()), Box("NCTG", new byte[300]), Box("NCTH", Jpeg(300)))))),
        new("Panasonic: a camera block", () => FileWith(Trak, Udta(Box("PANA", "DMC-GH5"u8.ToArray(), new byte[256])))),
        new("Fujifilm: a camera block with two zeros behind", () => FileWith(Trak, Udta(Box("MVTG", "FUJIFILM"u8.ToArray()), new byte[4]))),
        new("Insta360: a trailer behind the movie", () => Concat(
            FileWith(Trak), Noise(3000), [0x10, 0, 0, 0, 0x04, 0, 0, 0], "8db42d694ccc418790edff439fe026bf"u8.ToArray())),
        new("A dashboard camera: positions in the movie, two megabytes of zeros behind it", () => Concat(
            FileWith(Trak, Box("gps ", UInt32(1), new byte[80])), Box("free", "GPS "u8.ToArray(), Noise(200)), new byte[2 << 20])),
        new("A dashboard camera: its name in a skip box first", () => Concat(
            Box("skip", "70mai A800"u8.ToArray()), Ftyp, Mdat(), Moov(Trak))),
        new("A camcorder: AVCHD with a time code before each packet", () => TransportStream(192)),
        new("A broadcast recorder: packets with a checksum behind", () => TransportStream(204)),
        new("A camera of the nineties: AVI with junk and a date", () => Avi.FileWith(
            Avi.Header, Avi.Chunk("JUNK", new byte[400]), Avi.List("INFO", Avi.Chunk("ISFT", "CanonMVI01\0"u8.ToArray())),
            Avi.Chunk("IDIT", "SAT NOV 30 18:02:11 2002\n\0"u8.ToArray()), Avi.Movi, Avi.Chunk("idx1", new byte[16]))),
        new("QuickTime: user data that ends with stray bytes", () => FileWith(
            Trak, Udta(Text("\u00A9day", "2024-05-01"), [0, 0, 0x10, 0, 0, 0, 0, 1]))),
        new("QuickTime: a compressed movie header", () => Concat(Ftyp, Mdat(), Movie.Compressed(Moov(Trak)))),
    ];

    /// <summary>Bytes of a JPEG picture, at least by its first and last two.</summary>
    private static byte[] Jpeg(int length) => [0xFF, 0xD8, .. new byte[length], 0xFF, 0xD9];

    private static byte[] Uuid(string type, params byte[][] payload) =>
        Box("uuid", [new Guid(type).ToByteArray(bigEndian: true), .. payload]);

    private static byte[] Text(string name, string value) =>
        Box(name, UInt32((uint)value.Length)[2..], [0x15, 0xC7], Utf8(value));

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    private static byte[] Noise(int length)
    {
        var bytes = new byte[length];
        new Random(360).NextBytes(bytes);
        return bytes;
    }

    private static byte[] TransportStream(int stride) =>
        Concat([.. Packets.Program(20).Select(packet => Packets.Strided(packet, stride))]);
}
