using System.Text;
using AiLabels.Reports;
using AiLabels.Testing;
using static AiLabels.Testing.Mp4;

namespace AiLabels.Tests.Evasion;

/// <summary>Indexes that lead over labels, and labels between and behind fragments. An index is for speed, never for belief.</summary>
internal static class IndexEvasions
{
    private static readonly byte[] Meta = MetaWithKeys(("AIGC", Aigc.Generated));
    private static readonly byte[] Fragment = Concat(Box("moof", FullBox("mfhd", UInt32(1))), Mdat(5000));
    private static readonly byte[] Head = Concat(Ftyp, Moov(Box("mvex", FullBox("trex", UInt32(1)))));
    private static readonly byte[] XmpUuid =
        Box("uuid", Convert.FromHexString("be7acfcb97a942e89c71999491e3afac"), Encoding.UTF8.GetBytes(XmpPacket.Trained));

    public static IEnumerable<Evasion> All =>
    [
        new("sidx that leads over the label", "The index need not name every byte; readers of boxes see them all.",
            AiOrigin.Confirmed, static () => Concat(Head, Sidx(Fragment.Length + Meta.Length + Fragment.Length), Fragment, Meta, Fragment)),
        new("sidx that ends behind the file", "An index that lies is a problem with a name, and no end of the walk.",
            AiOrigin.Confirmed, static () => Concat(Head, Sidx(int.MaxValue), Fragment, Meta, Fragment)),
        new("mfra that leads over the label", "As with sidx.",
            AiOrigin.Confirmed, static () => Concat(Head, Fragment, Meta, Fragment, Mfra(Head.Length + Fragment.Length + Meta.Length))),
        new("a movie header behind mfra", "mfra should be last, and readers of boxes go on.",
            AiOrigin.Confirmed, static () => Concat(Head, Fragment, Mfra(Head.Length), Moov(Udta(Meta)))),
        new("the label in the user data of the last fragment", "meta and udta may stand in moof and traf (ISO/IEC 14496-12 table 1).",
            AiOrigin.Confirmed, static () => Concat(Head, Fragment, Fragment, Box("moof", FullBox("mfhd", UInt32(2)), Udta(Meta)), Mdat())),
        new("the label in a track of a fragment", "As with the fragment.",
            AiOrigin.Confirmed, static () => Concat(Head, Fragment, Box("moof", Box("traf", FullBox("tfhd", UInt32(1)), Meta)), Mdat())),
        new("XMP between fragments", "XMP stands at the top level (XMP Specification Part 3); no order is given.",
            AiOrigin.Confirmed, static () => Concat(Head, Fragment, XmpUuid, Fragment)),
        new("the label behind the last fragment", "Bytes behind the media are metadata as those before it.",
            AiOrigin.Confirmed, static () => Concat(Head, [.. Enumerable.Repeat(Fragment, 200).SelectMany(static f => f)], Meta)),
        new("SeekHead that leads over Tags between clusters", "SeekHead need not name every element (RFC 9559 clause 6.3).",
            AiOrigin.Confirmed, static () => Seek(Mkv.TagsWith("AIGC", Aigc.Generated), Mkv.TagsWith("TITLE", "x"))),
        new("a cluster whose size lies over Tags that SeekHead names", "An index may add places, never remove them.",
            AiOrigin.Confirmed, Swallowed),
        new("Tags behind a cluster of unknown size", "Only an element that cannot be its child ends it (RFC 8794 clause 6.2).",
            AiOrigin.Confirmed, static () => Concat(Mkv.Header(), Mkv.UnknownSize(Mkv.Segment, Mkv.Info, Mkv.Tracks(),
                Mkv.UnknownSize(Mkv.Cluster, Mkv.Element(Mkv.SimpleBlock, new byte[50])), Mkv.TagsWith("AIGC", Aigc.Generated)))),
        new("Tags behind damage between clusters", "Players go on at the next cluster, so readers do.",
            AiOrigin.Confirmed, static () => Mkv.FileWith(
                Mkv.Info, Mkv.Tracks(), Mkv.ClusterOf(100), new byte[3000], Mkv.ClusterOf(100), Mkv.TagsWith("AIGC", Aigc.Generated))),
        new("a second segment with the Tags", "Of chained files each plays somewhere.",
            AiOrigin.Confirmed, static () => Concat(Mkv.FileWith(Mkv.Info, Mkv.Tracks(), Mkv.ClusterOf(10)),
                Mkv.FileWith(Mkv.Info, Mkv.Tracks(), Mkv.TagsWith("AIGC", Aigc.Generated)))),
    ];

    private static byte[] Sidx(int length) =>
        FullBox("sidx", UInt32(1), UInt32(1000), UInt32(0), UInt32(0), UInt32(1), UInt32((uint)length), UInt32(0), UInt32(0));

    private static byte[] Mfra(int lastFragment)
    {
        var tfra = FullBox("tfra", UInt32(1), UInt32(0), UInt32(1), UInt32(0), UInt32((uint)lastFragment), [1, 1, 1]);
        return Box("mfra", tfra, FullBox("mfro", UInt32((uint)tfra.Length + 24)));
    }

    private static byte[] Seek(byte[] hidden, byte[] named)
    {
        var before = Concat(Mkv.SeekHead(Mkv.Tags, 0), Mkv.Info, Mkv.Tracks(), Mkv.ClusterOf(100), hidden, Mkv.ClusterOf(100));
        return Mkv.FileWith(Mkv.SeekHead(Mkv.Tags, (ulong)before.Length), before[Mkv.SeekHead(Mkv.Tags, 0).Length..], named);
    }

    private static byte[] Swallowed()
    {
        var block = Mkv.Element(Mkv.SimpleBlock, [0x81, 0, 0, 0x80], new byte[100]);
        var head = Concat(Mkv.SeekHead(Mkv.Tags, 0), Mkv.Info, Mkv.Tracks()).Length;
        return Mkv.FileWith(
            Mkv.SeekHead(Mkv.Tags, (ulong)(head + 12 + block.Length)), Mkv.Info, Mkv.Tracks(),
            Mkv.Element(Mkv.Cluster, block, Mkv.TagsWith("AIGC", Aigc.Generated)));
    }
}
