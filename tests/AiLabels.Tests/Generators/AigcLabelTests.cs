using AiLabels.Reports;
using AiLabels.Testing;
using static AiLabels.Testing.Mp4;

namespace AiLabels.Tests.Generators;

/// <summary>Labels as generators write them, deviations from annex E included.</summary>
public sealed class AigcLabelTests
{
    private const string Hex = "5f4dcc3b5aa765d61d8327deb882cf99";

    /// <summary>Name in the registry, label, expected problem codes.</summary>
    public static TheoryData<string, string, string[]> Labels => new()
    {
        {
            "Vidu",
            $$"""{"Label":"1","ContentProducer":"001191110108MACC4D63XF00000","ProduceID":"2870340563921408","ReservedCode1":"{{Hex}}","ContentPropagator":"001191110108MACC4D63XF00000","PropagateID":"2870340563921408","ReservedCode2":"{{Hex}}"}""",
            []
        },
        {
            "Doubao",
            """{"Label":"1","ContentProducer":"001191110102MACQD9K64010000","ProduceID":"7590949739743448328","ReservedCode1":"","ContentPropagator":"001191110102MACQD9K64020000","PropagateID":"7590949739743448328","ReservedCode2":""}""",
            []
        },
        { "Doubao", """{"Label":"1","ContentProducer":"doubao","ProduceID":"7590949739743448328"}""", [] },
        {
            "Hailuo",
            """{"Label":"1","ContentProducer":"MiniMax","ProduceID":"431122","ReservedCode1":"{\"SecurityData\":{\"Type\":\"DS\",\"Version\":1,\"PubSD\":[{\"AlgID\":\"SM3withSM2\",\"Signature\":\"MEUCIQ==\"}]}}","ContentPropagator":"MiniMax","PropagateID":"431122","ReservedCode2":""}""",
            []
        },
        {
            "Hailuo",
            """{"Label":"1","ContentProducer":"MiniMax","ProduceID":"431122","ReservedCode1":{"SecurityData":{"Type":"DS","PubSD":[{"AlgID":"SM3withSM2","Signature":"MEUCIQ=="}]}},"ContentPropagator":"MiniMax","PropagateID":"431122"}""",
            []
        },
        {
            "Wan",
            "{\"Label\":\"1\",\u0001\"ContentProducer\":\"001191330106MA2CFLDG4R10001\",\u0001\"ProduceID\":\"K-8f14e45f\",\u0001\"ReservedCode1\":\"K-c9f0f895\",\u0001\"ReservedCode2\":\"K-45c48cce\"}",
            ["aigc.nonPrinting"]
        },
        {
            "Wan",
            "{\"Label\":\"1\",\u200B\"ContentProducer\":\"001191330106MA2CFLDG4R10001\",\u200B\"ProduceID\":\"K-8f14e45f\",\u200B\"ReservedCode1\":\"K-c9f0f895\"}",
            ["aigc.nonPrinting"]
        },
        {
            "Hunyuan",
            """{"Label":"1","ServiceProvider":"00119144030071526726XG00000","ProduceID":"hy-20260101","ServiceUser":"00119144030071526726XG00000"}""",
            []
        },
        { "Yuanbao", """{"AIGC":{"Label":"1","ContentProducer":"001191440300708461136T1308L","ProduceID":"yb-1","ReserveCode1":""}}""",
            [] },
        { "Qwen", """{"Label":"1","ContentProducer":"001191440101MA9Y9T4H7A00000","ProduceID":"q-1"}""", [] },
        { "Baidu", """{"Label":"1","ContentProducer":"001191110000802100433B00000","ProduceID":"b-1"}""", [] },
    };

    [Theory]
    [MemberData(nameof(Labels))]
    public async Task ReadAsync_LabelOfAGenerator_IsConfirmedAndNamed(string generator, string label, string[] problems)
    {
        var report = await Inspect.Bytes(FileWith(Udta(MetaWithKeys(("AIGC", label)))));

        Assert.Equal((AiOrigin.Confirmed, generator), (report.Origin, report.Generator));
        Assert.Equal(problems, report.Problems.Select(problem => problem.Code));
    }

    [Fact]
    public async Task ReadAsync_DoubaoListWithoutKeys_IsConfirmedAndNamed()
    {
        // Doubao's export on iOS: handler mdir, items without a keys box.
        var label = Aigc.Label("1", producer: "001191110102MACQD9K64010000");
        var list = Box("ilst", Item(0, Text("vid:v02870g10004d6jktf7og65h7ouce21g")), Item(0, Text(label)));

        var report = await Inspect.Bytes(FileWith(Udta(Box("meta", Hdlr("mdir"), list))));

        Assert.Equal((AiOrigin.Confirmed, "Doubao"), (report.Origin, report.Generator));
    }

    [Fact]
    public async Task ReadAsync_DoubaoProductWithoutLabel_IsSuspectedAndNamed()
    {
        var meta = QuickTimeMetaWithKeys(("com.apple.quicktime.artwork", """{"source_type":"","data":{"product":"doubao"}}"""));

        var report = await Inspect.Bytes(FileWith(meta));

        Assert.Equal((AiOrigin.Suspected, "Doubao"), (report.Origin, report.Generator));
    }

    [Theory]
    [InlineData("""{"Label":"1"}""")]
    [InlineData("""{"title":"1","ContentProducer":"kling"}""")]
    public async Task ReadAsync_NamelessEntryThatIsNoLabel_SaysNothing(string value)
    {
        var report = await Inspect.Bytes(FileWith(Udta(Box("meta", Hdlr("mdir"), Box("ilst", Item(0, Text(value)))))));

        Assert.Empty(report.Findings);
    }
}
