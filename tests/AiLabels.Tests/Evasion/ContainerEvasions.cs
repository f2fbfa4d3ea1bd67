using System.Text;
using AiLabels.Reports;
using AiLabels.Testing;

namespace AiLabels.Tests.Evasion;

/// <summary>Labels in unusual places of AVI, FLV, ASF and MPEG-TS files.</summary>
internal static class ContainerEvasions
{
    private static readonly byte[] Json = Encoding.UTF8.GetBytes(Aigc.Generated);
    private static readonly byte[] Info = Avi.List("INFO", Avi.Chunk("AIGC", Json));
    private static readonly byte[] Script = Flv.Script("onMetaData", Flv.Array(("AIGC", Flv.String(Aigc.Generated))));
    private static readonly byte[] Video = Flv.Tag(9, new byte[50]);

    public static IEnumerable<Evasion> All =>
    [
        new("AVI: a chunk of odd length before INFO", "Chunks are padded to an even length.",
            AiOrigin.Confirmed, static () => Avi.FileWith(Avi.Header, Avi.Chunk("JUNK", new byte[33]), Avi.Movi, Info)),
        new("AVI: INFO in a second RIFF", "OpenDML files go on in RIFF AVIX.",
            AiOrigin.Confirmed, static () => Mp4.Concat(Avi.FileWith(Avi.Header, Avi.Movi), Avi.Chunk("RIFF", "AVIX"u8.ToArray(), Info))),
        new("AVI: INFO in the header list", "A list is read where it stands.",
            AiOrigin.Confirmed, static () => Avi.FileWith(Avi.Header, Avi.List("hdrl", Info), Avi.Movi)),
        new("AVI: text with a label behind the RIFF", "A trailer is harmless only as long as it holds no trace of a label.",
            AiOrigin.Inconclusive, static () => Mp4.Concat(Avi.FileWith(Avi.Header, Avi.Movi), Info[..^4])),
        new("FLV: 70 script tags before onMetaData", "It should be first (E.5), and writers put it anywhere.",
            AiOrigin.Confirmed, static () => Flv.FileWith(
                [.. Enumerable.Repeat(Flv.Script("onCuePoint", Flv.Array()), 70), Script, Video])),
        new("FLV: onMetaData twice", "Players take the last one.",
            AiOrigin.Confirmed, static () => Flv.FileWith(Flv.Script("onMetaData", Flv.Array(("title", Flv.String("x")))), Video, Script)),
        new("FLV: script data at the end", "Writers of live streams put it there.",
            AiOrigin.Confirmed, static () => Flv.FileWith([.. Enumerable.Repeat(Video, 3000), Script])),
        new("ASF: a metadata library in the header extension", "Players show its entries with the others (ASF 4.8).",
            AiOrigin.Confirmed, static () => Asf.HeaderWith(Asf.Extension(Asf.Library("AIGC", Aigc.Generated)))),
        new("ASF: a description in the header extension", "An object is read where it stands.",
            AiOrigin.Confirmed, static () => Asf.HeaderWith(Asf.Extension(Asf.Description("AIGC", Aigc.Generated)))),
        new("ASF: a second header", "The second one is read as the first.",
            AiOrigin.Confirmed, static () => Mp4.Concat(Asf.HeaderWith(), Asf.HeaderWith(Asf.Description("AIGC", Aigc.Generated)))),
        new("MPEG-TS: no tables in all that is read", "Without tables the streams are unknown, and so are their marks.",
            AiOrigin.Inconclusive, static () => Hostile.IsoBmffShapes.Repeat([0x47, 0x1F, 0xFF, 0x10, .. new byte[184]], 50_000)),
    ];
}
