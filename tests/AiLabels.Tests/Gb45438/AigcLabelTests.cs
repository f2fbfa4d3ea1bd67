using System.Text;
using AiLabels.Gb45438;
using AiLabels.Reading;
using AiLabels.Reports;
using AiLabels.Testing;

namespace AiLabels.Tests.Gb45438;

public sealed class AigcLabelTests
{
    private static readonly Source Place = new("moov/udta/meta/ilst/AIGC", 100, 200);

    [Theory]
    [InlineData("1", AiOrigin.Confirmed)]
    [InlineData("2", AiOrigin.Possible)]
    [InlineData("3", AiOrigin.Suspected)]
    public void Read_Label_SaysWhatArticle6Says(string label, AiOrigin expected)
    {
        var evidence = Read(Aigc.Label(label));

        var finding = Assert.Single(evidence.Findings);
        Assert.Equal(expected, finding.Says);
        Assert.Equal(FindingKind.AigcLabel, finding.Kind);
        Assert.Equal(Place with { Clause = "GB 45438-2025 annex E" }, finding.Source);
        Assert.Empty(evidence.Problems);
    }

    [Theory]
    [InlineData("""{"AIGC":{"Label":"1","ContentProducer":"p","ProduceID":"i"}}""")]
    [InlineData("""{"aigc":{"label":"1","contentproducer":"p","produceid":"i"}}""")]
    [InlineData("\"{\\\"AIGC\\\":{\\\"Label\\\":\\\"1\\\",\\\"ContentProducer\\\":\\\"p\\\",\\\"ProduceID\\\":\\\"i\\\"}}\"")]
    [InlineData("""{"AIGC":"{\"Label\":\"1\",\"ContentProducer\":\"p\",\"ProduceID\":\"i\"}"}""")]
    [InlineData("""{"Label":"1","ServiceProvider":"p","ProduceID":"i"}""")]
    [InlineData("""{"Label":"1","ContentProducer":"p","ProduceID":"i","ReservedCode1":null,"ReservedCode2":null}""")]
    [InlineData("\uFEFF {\"Label\":\"1\",\"ContentProducer\":\"p\",\"ProduceID\":\"i\"}\r\n\0")]
    public void Read_DeviationSeenInFiles_IsALabel(string value)
    {
        var evidence = Read(value);

        var finding = Assert.Single(evidence.Findings);
        Assert.Equal(AiOrigin.Confirmed, finding.Says);
        Assert.Equal("p", finding.Details["ContentProducer"]);
        Assert.Equal(value, finding.Raw);
        Assert.Empty(evidence.Problems);
    }

    [Theory]
    [InlineData("""{"Label":1,"ContentProducer":"p","ProduceID":"i"}""", "aigc.labelType")]
    [InlineData("""{"Label":"1","ProduceID":"i"}""", "aigc.missingField")]
    [InlineData("""{"Label":"1","ContentProducer":"生产者","ProduceID":"i"}""", "aigc.characterSet")]
    [InlineData("""{"Label":"1","ContentProducer":"001191110108335469089D00000","ProduceID":"i"}""", "aigc.producerCode")]
    [InlineData("""{"Label":"1","ContentProducer":"001191110108335469089C3ABCD","ProduceID":"i"}""", "aigc.producerCode")]
    [InlineData("""{"Label":"1","ContentProducer":"001191110108335469089C0000","ProduceID":"i"}""", "aigc.producerCode")]
    [InlineData("""{"Label":"1","ContentProducer":"p","ProduceID":"i","ContentPropagator":"001191110108335469089D20000"}""",
        "aigc.producerCode")]
    [InlineData("{\"Label\":\"1\",\u200B\"ContentProducer\":\"p\",\u0001\"ProduceID\":\"i\"}", "aigc.nonPrinting")]
    public void Read_NonconformingLabel_StillSaysAiAndNamesTheDeviation(string value, string problem)
    {
        var evidence = Read(value);

        Assert.Equal(AiOrigin.Confirmed, Assert.Single(evidence.Findings).Says);
        Assert.Equal(problem, Assert.Single(evidence.Problems).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("AIGC")]
    [InlineData("{'Label':'1'}")]
    [InlineData("""{"Label":"1" """)]
    [InlineData("""{"Label":"1"} and more""")]
    [InlineData("""{"Label":"value1","ContentProducer":"p"}""")]
    [InlineData("""{"Label":"","ContentProducer":"p"}""")]
    [InlineData("""{"Label":"0"}""")]
    [InlineData("""{"Label":"4"}""")]
    [InlineData("""{"ContentProducer":"p"}""")]
    [InlineData("""["1"]""")]
    [InlineData("""{"Label":"\ud800"}""")]
    [InlineData("{\"Label\":\"\ud800\"}")]
    public void Read_MalformedLabel_IsSuspectedAndKeepsTheText(string value)
    {
        var evidence = Read(value);

        var finding = Assert.Single(evidence.Findings);
        Assert.Equal(AiOrigin.Suspected, finding.Says);
        Assert.Equal(value, finding.Raw);
        Assert.Equal("aigc.malformed", Assert.Single(evidence.Problems).Code);
    }

    [Fact]
    public void Read_InvalidUtf8_IsSuspected()
    {
        byte[] value = [.. Encoding.UTF8.GetBytes("""{"Label":"1","ContentProducer":"""), 0xC3, 0x28, .. "\"}"u8];

        var evidence = AigcLabel.Read(value, Place, new());

        Assert.Equal(AiOrigin.Suspected, Assert.Single(evidence.Findings).Says);
        Assert.Contains("UTF-8", Assert.Single(evidence.Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_NestingBeyondTheLimit_IsSuspected()
    {
        var value = string.Concat(Enumerable.Repeat("""{"AIGC":""", 3000)) + "1" + new string('}', 3000);

        Assert.Equal(AiOrigin.Suspected, Assert.Single(Read(value).Findings).Says);
    }

    [Theory]
    [InlineData(Aigc.KlingProducer, "Kling")]
    [InlineData("kling", "Kling")]
    [InlineData("001191110108MACC4D63XF00000", "Vidu")]
    [InlineData("00119144030008867405X200000", "Jimeng")]
    [InlineData("001191110102MACQD9K64010000", "Doubao")]
    [InlineData("001191330106MA2CFLDG4R10001", "Wan")]
    [InlineData("MiniMax", "Hailuo")]
    [InlineData("9144030071526726XG", "Hunyuan")]
    [InlineData("my-kling-fan-club", null)]
    public void Read_ContentProducer_NamesTheGenerator(string producer, string? expected) =>
        Assert.Equal(expected, Assert.Single(Read(Aigc.Label("1", producer)).Findings).Generator);

    [Fact]
    public void Read_ProducerCode_IsTakenApart()
    {
        var details = Assert.Single(Read(Aigc.Label("1", Aigc.KlingProducer)).Findings).Details;

        Assert.Equal("1191110108335469089C", details["Subject"]);
        Assert.Equal("91110108335469089C", details["CreditCode"]);
        Assert.Equal("10100", details["Service"]);
    }

    [Theory]
    [InlineData("""{"Label":"1","ContentProducer":"p","ProduceID":"i"}""", "ReservedCode1,ContentPropagator,PropagateID,ReservedCode2")]
    [InlineData("""{"Label":"1","ContentProducer":"p","ProduceID":"i","ReservedCode1":null,"ContentPropagator":"p","PropagateID":"i","ReservedCode2":null}""", null)]
    public void Read_Label_NamesTheFieldsThatAreAbsent(string value, string? expected) =>
        Assert.Equal(expected, Assert.Single(Read(value).Findings).Details.GetValueOrDefault("AbsentFields"));

    [Fact]
    public void Read_LongValue_KeepsOnlyTheBeginning()
    {
        var value = Aigc.Label("1", new string('p', 100_000));

        var finding = Assert.Single(Read(value).Findings);

        Assert.Equal(4096, finding.Raw!.Length);
        Assert.Equal(1024, finding.Details["ContentProducer"].Length);
    }

    private static ReadResult Read(string value) => AigcLabel.Read(value, Place, new());
}
