using System.Text;
using AiLabels.Reports;
using AiLabels.Testing;
using static AiLabels.Testing.Mp4;

namespace AiLabels.Tests.Evasion;

/// <summary>Labels behind lying sizes and in unusual places of ISO BMFF and QuickTime files.</summary>
internal static class BoxEvasions
{
    private static readonly byte[] Meta = MetaWithKeys(("AIGC", Aigc.Generated));
    private static readonly byte[] Labelled = Moov(Udta(Meta));
    private static readonly byte[] XmpUuid =
        Box("uuid", Convert.FromHexString("be7acfcb97a942e89c71999491e3afac"), Encoding.UTF8.GetBytes(XmpPacket.Trained));

    public static IEnumerable<Evasion> All =>
    [
        new("a box whose size lies over the label", "What lies within a box that cannot be is not read: then it cannot be told.",
            AiOrigin.Inconclusive, static () => Concat(Ftyp, Moov(), Claim(0x7FFFFFFF, "free"), XmpUuid)),
        new("a box of size 0 before the label", "Size 0 reaches to the end of the file; a movie that is swallowed is no movie.",
            AiOrigin.Inconclusive, static () => Concat(Ftyp, Claim(0, "mdat", new byte[64]), Labelled)),
        new("a 64-bit size that wraps around", "A size above all files is damage, and never wraps to a small one.",
            AiOrigin.Inconclusive, static () => Concat(Ftyp, Claim(1, "free", UInt64(ulong.MaxValue - 7)), Labelled)),
        new("a header smaller than itself before the label", "Where no box can begin, the rest is unknown.",
            AiOrigin.Inconclusive, static () => Concat(Ftyp, Claim(4, "free"), Labelled)),
        new("a compressed movie header", "QuickTime plays it as any other (QuickTime File Format, compressed movie resources).",
            AiOrigin.Confirmed, static () => Concat(Ftyp, Mdat(), Movie.Compressed(Labelled))),
        new("a compressed movie header that claims another length", "What cannot be unpacked as it says may say anything.",
            AiOrigin.Inconclusive, static () => Concat(Ftyp, Mdat(), Movie.Compressed(Labelled, claim: 10))),
        new("a compressed movie header of 2 GB", "A bomb is refused and said, not unpacked.",
            AiOrigin.Inconclusive, static () => Concat(Ftyp, Mdat(), Movie.Compressed(Labelled, claim: int.MaxValue))),
        new("a movie without tracks before the real one", "The movie that plays is the one with tracks; both are read.",
            AiOrigin.Confirmed, static () => Concat(Ftyp, Box("moov"), Mdat(), Labelled)),
        new("a movie without tracks alone", "A file that plays has tracks; where they are cannot be told.",
            AiOrigin.Inconclusive, static () => Concat(Ftyp, Mdat(), Box("moov", FullBox("mvhd", new byte[96])))),
        new("a second movie header with the label", "Readers that take the last one see its label.",
            AiOrigin.Confirmed, static () => Concat(Ftyp, Moov(), Mdat(), Labelled)),
        new("a meta in a meta", "Readers that search by name find it.",
            AiOrigin.Confirmed, static () => FileWith(Udta(FullBox("meta", Hdlr("mdta"), Meta)))),
        new("a meta in the media of a track", "A box is read where it stands (ISO/IEC 14496-12 clause 8.11.1 names file, movie and track).",
            AiOrigin.Confirmed, static () => FileWith(Box("trak", Box("mdia", Box("minf", Meta))))),
        new("an empty list before the list with the label", "Every list of a meta box is read.",
            AiOrigin.Confirmed, static () => FileWith(Udta(
                FullBox("meta", Hdlr("mdta"), Keys("AIGC"), Box("ilst"), Box("ilst", Item(1, Text(Aigc.Generated))))))),
        new("a value that is cut into two data atoms", "Readers that show a list join it; a label cut in two is still there.",
            AiOrigin.Confirmed, static () => FileWith(Udta(
                FullBox("meta", Hdlr("mdta"), Keys("AIGC"),
                    Box("ilst", Item(1, Concat(Text(Aigc.Generated[..40]), Text(Aigc.Generated[40..])))))))),
        new("XMP in the xml box of a meta", "The standard's own place for XML (ISO/IEC 14496-12 clause 8.11.2).",
            AiOrigin.Confirmed, static () => FileWith(
                FullBox("meta", Hdlr("xml "), FullBox("xml ", Encoding.UTF8.GetBytes(XmpPacket.Trained))))),
        new("XMP in the bxml box of a meta, UTF-16", "The binary form of that place.",
            AiOrigin.Confirmed, static () => FileWith(
                FullBox("meta", Hdlr("xml "), FullBox("bxml", [0xFF, 0xFE], Encoding.Unicode.GetBytes(XmpPacket.Trained))))),
        new("zeros before the label", "Padding is skipped, and what lies behind it is read.",
            AiOrigin.Confirmed, static () => Concat(Ftyp, Moov(), new byte[800_000], XmpUuid)),
        new("data of a camera with a label in it", "A trailer is harmless only as long as it holds no trace of a label.",
            AiOrigin.Inconclusive, static () => Concat(Ftyp, Moov(), Mdat(), "vivo{\"AIGC\":{\"Label\":\"1\"}}"u8.ToArray())),
        new("another movie behind data of a camera", "Of chained files each plays somewhere.",
            AiOrigin.Inconclusive, static () => Concat(Ftyp, Moov(), Mdat(), "{\"camera\":\"x\"}"u8.ToArray(), Ftyp, Labelled)),
        new("a chained file with the label", "Of chained files each plays somewhere.",
            AiOrigin.Confirmed, static () => Concat(Ftyp, Moov(), Mdat(), Ftyp, Labelled, Mdat())),
        new("an unknown box before the first", "Readers skip boxes that they do not know (ISO/IEC 14496-12 clause 4.2).",
            AiOrigin.Confirmed, static () => Concat(Box("abcd", new byte[16]), Ftyp, Labelled, Mdat())),
        new("a web page before the movie", "What is no box at the front is no video for readers, and is said to be none.",
            AiOrigin.Inconclusive, static () => Concat("<!DOCTYPE html><script>"u8.ToArray(), Ftyp, Labelled, Mdat())),
        new("content credentials renamed to Merkle rows", "A box of credentials of unknown purpose keeps the file from being clear.",
            AiOrigin.Inconclusive, static () => Concat(Ftyp,
                Box("uuid", Convert.FromHexString("d8fec3d61b0e483c92975828877ec481"), new byte[4], "merkle\0"u8.ToArray(),
                    Box("jumb", new byte[64])), Moov(), Mdat())),
    ];
}
