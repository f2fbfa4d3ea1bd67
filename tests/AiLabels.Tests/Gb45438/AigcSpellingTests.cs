using AiLabels.Reports;
using AiLabels.Testing;
using static AiLabels.Testing.Mp4;

namespace AiLabels.Tests.Gb45438;

/// <summary>Labels of annex E that tools write in other places or spellings: suspected, with the text as it stands.</summary>
public sealed class AigcSpellingTests
{
    private const string ShengShu = "001191110108MACC4D63XF00000";

    public static TheoryData<string, string> Labels => new()
    {
        { "comment", """AIGC:{"Label":"1","ContentProducer":"kling","ProduceID":"x"}""" },
        { "comment", """AIGC {"Label":"1","ContentProducer":"kling","ProduceID":"x"}""" },
        { "comment", """aigc = {"Label":"1"}""" },
        { "comment", "AIGC=true" },
        { "comment", "AIGC: AI-generated video (Qwen + Wan)" },
        { "comment", "ＡＩＧＣ：由AI生成" },
        { "comment", "本视频由AI生成合成（AIGC）。生成服务：示例科技" },
        { "description", "AI-generated content (AIGC)" },
        { "comment", """{"Label":"1","ContentProducer":"p","ProduceID":"i"}""" },
        { "ＡＩＧＣ", """{"Label":"1","ContentProducer":"p","ProduceID":"i"}""" },
        { "AI\u200BGC", """{"Label":"1","ContentProducer":"p","ProduceID":"i"}""" },
        { "aigc_tool", "ExampleGen" },
        { "AIGC.Label", "1" },
    };

    [Theory]
    [MemberData(nameof(Labels))]
    public async Task ReadAsync_LabelInAnotherSpelling_IsSuspectedAndSaysWhy(string key, string value)
    {
        var report = await Inspect.Bytes(FileWith(Udta(MetaWithKeys((key, value)))));

        Assert.Equal(AiOrigin.Suspected, report.Origin);
        Assert.Equal(FindingKind.AigcLabel, Assert.Single(report.Findings).Kind);
        Assert.Contains(report.Problems, problem => problem.Code is "aigc.misplaced" or "aigc.misspelt");
    }

    [Theory]
    [InlineData("comment", "The AIGC debate: what lawyers say")]
    [InlineData("title", "AIGC: what lawyers say")]
    [InlineData("comment", "AIGC=false")]
    [InlineData("comment", "AIGC: no")]
    [InlineData("comment", "本视频不是由AI生成的")]
    [InlineData("comment", "This is not AI-generated (AIGC) content")]
    [InlineData("comment", "本视频讨论AI生成技术")]
    [InlineData("artist", "AIGC Lab")]
    [InlineData("Label", "1")]
    [InlineData("ProduceID", "4711")]
    [InlineData("comment", """{"Label":"1","Name":"box"}""")]
    public async Task ReadAsync_TextAboutAigc_IsNoLabel(string key, string value)
    {
        var report = await Inspect.Bytes(FileWith(Udta(MetaWithKeys((key, value)))));

        Assert.Equal(AiOrigin.NotFound, report.Origin);
        Assert.Empty(report.Findings);
    }

    [Theory]
    [InlineData("AIGC.")]
    [InlineData("aigc_")]
    [InlineData("")]
    public async Task ReadAsync_FieldsAsEntries_AreOneLabel(string prefix)
    {
        var entries = MetaWithKeys(
            ($"{prefix}Label", "1"), ($"{prefix}ContentProducer", ShengShu), ($"{prefix}ProduceID", "p1"), ($"{prefix}PropagateID", "p1"));

        var report = await Inspect.Bytes(FileWith(Udta(entries)));

        var label = Assert.Single(report.Findings);
        Assert.Equal((AiOrigin.Suspected, "Vidu"), (report.Origin, report.Generator));
        Assert.Equal(("1", "p1"), (label.Details["Label"], label.Details["ProduceID"]));
        Assert.Contains($"ContentProducer={ShengShu}", label.Raw, StringComparison.Ordinal);
        Assert.DoesNotContain(report.Problems, problem => problem.Code == "aigc.multipleLabels");
    }

    [Fact]
    public async Task ReadAsync_ServiceWithoutARow_IsNamedByItsCode()
    {
        var report = await Inspect.Bytes(FileWith(Udta(MetaWithKeys(("AIGC", Aigc.Label("1", producer: "001191441900557262083U00000"))))));

        Assert.Equal((AiOrigin.Confirmed, "unknown service 91441900557262083U"), (report.Origin, report.Generator));
    }
}
