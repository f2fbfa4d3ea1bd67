using System.Text;
using AiLabels.Reports;
using AiLabels.Testing;
using static AiLabels.Testing.Mp4;

namespace AiLabels.Tests.Containers;

/// <summary>Every place in ISO BMFF and QuickTime files where an AIGC label was found or is defined.</summary>
public sealed class IsoBmffPlaceTests
{
    private static readonly byte[] Json = Encoding.UTF8.GetBytes(Aigc.Generated);

    /// <summary>Path of the finding, and the file.</summary>
    public static TheoryData<string, byte[]> Places => new()
    {
        { "moov/udta/meta/ilst/AIGC", FileWith(Udta(MetaWithKeys(("encoder", "Lavf"), ("AIGC", Aigc.Generated)))) },
        { "moov/udta/meta/ilst/AIGC", Concat(Ftyp, Moov(Udta(MetaWithKeys(("AIGC", Aigc.Generated)))), Mdat()) },
        { "moov/udta/meta/ilst/AIGC",
            Concat(Ftyp, LargeBox("mdat", new byte[32]), LargeBox("moov", Box("trak"), Udta(MetaWithKeys(("AIGC", Aigc.Generated))))) },
        { "moov/udta/meta/ilst/AIGC", Concat(Ftyp, Mdat(), Claim(0, "moov", Box("trak"), Udta(MetaWithKeys(("AIGC", Aigc.Generated))))) },
        { "moov/udta/meta/ilst/AIGC", FileWith(Udta(QuickTimeMetaWithKeys(("AIGC", Aigc.Generated)))) },
        { "moov/meta/ilst/AIGC", FileWith(QuickTimeMetaWithKeys(("AIGC", Aigc.Generated))) },
        { "moov/meta/ilst/AIGC", FileWith(MetaWithKeys(("AIGC", Aigc.Generated))) },
        { "meta/ilst/AIGC", Concat(FileWith(), MetaWithKeys(("AIGC", Aigc.Generated))) },
        { "moov/trak/meta/ilst/AIGC", FileWith(Box("trak", MetaWithKeys(("AIGC", Aigc.Generated)))) },
        { "moov/trak/udta/meta/ilst/AIGC", FileWith(Box("trak", Udta(MetaWithKeys(("AIGC", Aigc.Generated))))) },
        { "moov/udta/AIGC", FileWith(Udta(Box("AIGC", Json))) },
        { "moov/udta/AIGC", FileWith(Udta(FullBox("AIGC", Json))) },
        { "moov/udta/AIGC", FileWith(Udta(Box("AIGC", [0, (byte)Json.Length, 0x55, 0xC4], Json))) },
        { "moov/udta/AIGC", FileWith(Udta(Box("AIGC", Json), UInt32(0))) },
        { "moov/udta/meta/ilst/AIGC", FileWith(Udta(List("mdir", Box("AIGC", Text(Aigc.Generated))))) },
        { "moov/udta/meta/ilst/AIGC",
            FileWith(Udta(
                List("mdir", Box(
                    "----", FullBox("mean", "cn.org.tc260"u8.ToArray()), FullBox("name", "AIGC"u8.ToArray()), Text(Aigc.Generated))))) },
        { "moov/udta/meta/ilst/AIGC", FileWith(Udta(MetaWithUtf16(Encoding.BigEndianUnicode))) },
        { "moov/udta/meta/ilst/AIGC", FileWith(Udta(MetaWithUtf16(Encoding.Unicode, 0xFF, 0xFE))) },
        { "moov/udta/meta/ilst/AIGC",
            FileWith(Udta(FullBox("meta", Box("ilst", Item(1, Text(Aigc.Generated))), Keys("AIGC"), Hdlr("mdta")))) },
        { "moov/udta/meta/ilst/cn.org.tc260.AIGC", FileWith(Udta(MetaWithKeys(("cn.org.tc260.AIGC", Aigc.Generated)))) },
    };

    [Theory]
    [MemberData(nameof(Places))]
    public async Task ReadAsync_LabelInAKnownPlace_IsConfirmed(string path, byte[] file)
    {
        var report = await Inspect.Bytes(file);

        Assert.Equal(AiOrigin.Confirmed, report.Origin);
        Assert.Equal("Vidu", report.Generator);
        var finding = Assert.Single(report.Findings);
        Assert.Equal(path, finding.Source.Path);
        Assert.InRange(finding.Source.Offset, 1, file.Length - finding.Source.Length);
        Assert.Empty(report.Problems);
    }

    /// <summary>Path of the finding, and the file: exiftool's two places, Premiere's, and one in moov.</summary>
    public static TheoryData<string, byte[]> PlacesOfXmp => new()
    {
        { "uuid", Concat(Ftyp, Moov(), XmpUuid, Mdat()) },
        { "uuid", Concat(FileWith(), XmpUuid) },
        { "moov/uuid", FileWith(XmpUuid) },
        { "moov/udta/XMP_", FileWith(Udta(Box("XMP_", Encoding.UTF8.GetBytes(XmpPacket.Trained)))) },
        { "moov/udta/XMP_", FileWith(Udta(Box("XMP_", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(XmpPacket.Trained)]))) },
        { "moov/udta/meta/ilst/com.adobe.xmp", FileWith(Udta(MetaWithKeys(("com.adobe.xmp", XmpPacket.Trained)))) },
    };

    private static byte[] XmpUuid =>
        Box("uuid", Convert.FromHexString("be7acfcb97a942e89c71999491e3afac"), Encoding.UTF8.GetBytes(XmpPacket.Trained));

    [Theory]
    [MemberData(nameof(PlacesOfXmp))]
    public async Task ReadAsync_XmpInAKnownPlace_IsRead(string path, byte[] file)
    {
        var report = await Inspect.Bytes(file);

        Assert.Equal(AiOrigin.Confirmed, report.Origin);
        Assert.Equal($"{path}/Iptc4xmpExt:DigitalSourceType", Assert.Single(report.Findings).Source.Path);
        Assert.Empty(report.Problems);
    }

    [Theory]
    [InlineData("title", "All about AIGC: how AI makes films")]
    [InlineData("artist", "AIGC Lab")]
    [InlineData("comment", """{"note":"AI"}""")]
    [InlineData("comment", "{AIGC}")]
    [InlineData("aigc_enabled", """{"value":"1"}""")]
    public async Task ReadAsync_FreeTextThatMentionsAi_IsNoLabel(string key, string value)
    {
        var report = await Inspect.Bytes(FileWith(Udta(MetaWithKeys((key, value)))));

        Assert.Equal(AiOrigin.NotFound, report.Origin);
        Assert.Empty(report.Findings);
    }

    [Fact]
    public async Task ReadAsync_LabelUnderAnotherKey_IsMisplacedAndSuspected()
    {
        var report = await Inspect.Bytes(FileWith(Udta(MetaWithKeys(("comment", $$"""{"AIGC":{{Aigc.Generated}}}""")))));

        Assert.Equal(AiOrigin.Suspected, report.Origin);
        Assert.Equal("aigc.misplaced", Assert.Single(report.Problems).Code);
    }

    [Fact]
    public async Task ReadAsync_TwoLabels_ReportsBothAndTheClause()
    {
        var report = await Inspect.Bytes(FileWith(Udta(MetaWithKeys(("AIGC", Aigc.Generated), ("AIGC", Aigc.Label("3"))))));

        Assert.Equal(AiOrigin.Confirmed, report.Origin);
        Assert.Equal([AiOrigin.Confirmed, AiOrigin.Suspected], report.Findings.Select(f => f.Says));
        Assert.Equal(["aigc.multipleLabels", "conflict.origin"], report.Problems.Select(p => p.Code));
    }

    private static byte[] List(string handler, byte[] item) => FullBox("meta", Hdlr(handler), Box("ilst", item));

    private static byte[] MetaWithUtf16(Encoding encoding, params byte[] mark) =>
        FullBox("meta", Hdlr("mdta"), Keys("AIGC"), Box("ilst", Item(1, Data(2, [.. mark, .. encoding.GetBytes(Aigc.Generated)]))));
}
