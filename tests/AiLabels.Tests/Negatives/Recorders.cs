using System.Text;
using AiLabels.Testing;
using static AiLabels.Testing.Mp4;

namespace AiLabels.Tests.Negatives;

/// <summary>Screen recorders, editors and meeting programs.</summary>
internal static class Recorders
{
    private static readonly byte[] Trak = Movie.Trak(Movie.AvcC, "AVC Coding", 40, 64);

    private static readonly byte[] Fragment = Concat(
        Box("moof", FullBox("mfhd", UInt32(1)), Box("traf", FullBox("tfhd", UInt32(1)))), Mdat());

    public static IEnumerable<Recording> All =>
    [
        new("OBS: MP4", () => FileWith(Trak, Udta(FullBox("meta", Hdlr("mdir"),
            Box("ilst", Box("\u00A9too", Mp4.Text("Lavf60.16.100")), Box("\u00A9cmt", Mp4.Text("Recorded with OBS Studio"))))))),
        new("OBS: fragmented MP4 that was not ended", () => Concat(
            [Ftyp, Moov(Trak, Box("mvex", FullBox("trex", UInt32(1)))), .. Enumerable.Repeat(Fragment, 50)])),
        new("OBS: hybrid MP4, fragments hidden in one mdat", () => Concat(
            Ftyp, Box("free", new byte[8]), Box("mdat", Concat([.. Enumerable.Repeat(Fragment, 20)])), Moov(Trak))),
        new("OBS: Matroska", () => Mkv.FileWith(
            Mkv.Info, Mkv.Tracks(), Mkv.ClusterOf(100), Mkv.TagsWith("ENCODER", "obs-output-module (libobs version 30.1.2)"))),
        new("OBS: FLV", () => Flv.FileWith(
            Flv.Script("onMetaData", Flv.Array(
                ("duration", Flv.Number(0)), ("fileSize", Flv.Number(0)), ("width", Flv.Number(1920)), ("videocodecid", Flv.Number(7)),
                ("stereo", [1, 1]), ("2.1", [1, 0]), ("encoder", Flv.String("obs-output module (libobs version 30.1.2)")))),
            Flv.Tag(9, [0x17, 0, 0, 0, 0, .. Movie.AvcC[8..]]), Flv.Tag(8, [0xAF, 0, 0x12, 0x10]))),
        new("A live stream server: FLV with events and key frames", () => Flv.FileWith(
            Flv.Script("onMetaData", Flv.Array(
                ("hasKeyframes", [1, 1]), ("metadatacreator", Flv.String("Yet Another Metadata Injector for FLV - Version 1.9")),
                ("keyframes", Flv.Object(
                    ("times", [10, 0, 0, 0, 1, .. Flv.Number(0)]), ("filepositions", [10, 0, 0, 0, 1, .. Flv.Number(500)]))))),
            Flv.Script("onCuePoint", Flv.Object(("name", Flv.String("ad")), ("parameters", Flv.Object(("id", Flv.String("1")))))),
            Flv.Tag(9, new byte[50]), Flv.Script("onLastSecond", Flv.Object()))),
        new("A browser: WebM of unknown sizes", () => Concat(
            Mkv.Header("webm"), Mkv.UnknownSize(Mkv.Segment, Mkv.Element(0x1549A966, Mkv.Element(0x4D80, "Chrome"u8.ToArray())),
                Mkv.Tracks("V_VP8"), Mkv.UnknownSize(Mkv.Cluster, Mkv.Element(Mkv.SimpleBlock, new byte[50]))))),
        new("macOS: a screen recording", () => Concat(
            Box("ftyp", "qt  "u8.ToArray(), UInt32(0), "qt  "u8.ToArray()), Box("wide"), Mdat(), Moov(
                Trak, QuickTimeMetaWithKeys(
                    ("com.apple.quicktime.make", "Apple"), ("com.apple.quicktime.model", "MacBookPro18,3"),
                    ("com.apple.quicktime.software", "macOS 14.5 (23F79)"))))),
        new("Windows: Game Bar with Xtra", () => FileWith(Trak, Udta(Box("Xtra", UInt32(60), UInt32(12), "WM/Provider"u8.ToArray(),
            UInt32(1), UInt32(26), [0, 8], Encoding.Unicode.GetBytes("Game Bar\0"))))),
        new("Windows: a screen recorder that writes ASF", () => Asf.HeaderWith(
            Asf.Description("WM/ToolName", "Windows Media Encoder"), Asf.Extension(Asf.Library("WM/EncodingTime", "0")))),
        new("Zoom: a meeting", () => FileWith(Trak, Udta(FullBox("meta", Hdlr("mdir"),
            Box("ilst", Box("\u00A9nam", Mp4.Text("Weekly about AI and AIGC policy")),
                Box("\u00A9too", Mp4.Text("Zoom Video Communications"))))))),
        new("Premiere Pro: XMP of an edit", () => Concat(Ftyp, Mdat(), Moov(Trak), Box(
            "uuid", Convert.FromHexString("be7acfcb97a942e89c71999491e3afac"), Encoding.UTF8.GetBytes(
                """
                <x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description
                rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmp:CreatorTool="Adobe Premiere Pro 2024.5 (Windows)"
                xmlns:xmpDM="http://ns.adobe.com/xmp/1.0/DynamicMedia/" xmpDM:videoFrameRate="25.000000"/></rdf:RDF></x:xmpmeta>
                """)))),
        new("CapCut: an edit by hand", () => FileWith(Trak, Udta(MetaWithKeys(
            ("comment", """{"source_type":"douyin_beauty_me","data":{"os":"ios","product":"lv","exportType":"export"}}"""))))),
        new("A security camera: one mdat for each frame", () => Concat(
            [Ftyp, .. Enumerable.Repeat(Mdat(40), 3000), Moov(Trak)])),
    ];
}
