using System.Text;
using System.Text.Json;
using AiLabels.Reports;
using AiLabels.Testing;
using AiLabels.Testing.C2pa;
using Map = System.Collections.Generic.Dictionary<object, object?>;

namespace AiLabels.Tests.C2pa;

/// <summary>Signed metadata in JSON-LD: names by any prefix, values in any wrapping, in JSON and in CBOR.</summary>
public sealed class MetadataAssertionTests
{
    private const string Iptc = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/";

    [Theory]
    [InlineData("c2pa.metadata")]
    [InlineData("cawg.metadata")]
    [InlineData("cawg.metadata__2")]
    [InlineData("stds.iptc")]
    [InlineData("stds.iptc.photo-metadata")]
    [InlineData("com.example.metadata")]
    public async Task Read_SourceTypeInCborAndJson_IsConfirmed(string name)
    {
        var content = new Map { ["@context"] = new Map { ["e"] = Iptc }, ["e:DigitalSourceType"] = SourceTypes.Trained };

        Assert.Equal(AiOrigin.Confirmed, (await Read(new ManifestBuilder("urn:c2pa:1").Assertion(name, content))).Origin);
        Assert.Equal(AiOrigin.Confirmed, (await Read(Json(name, JsonSerializer.Serialize(content)))).Origin);
    }

    [Theory]
    [InlineData("""{"Iptc4xmpExt:DigitalSourceType":["trainedAlgorithmicMedia"]}""")]
    [InlineData("""{"Iptc4xmpExt:DigitalSourceType":{"@id":"digsrctype:trainedAlgorithmicMedia"}}""")]
    [InlineData("""{"Iptc4xmpExt:DigitalSourceType":{"@list":[{"@value":"trainedAlgorithmicMedia"}]}}""")]
    [InlineData("""{"Iptc4xmpExt:DigitalSourceFileType":"trainedAlgorithmicMedia"}""")]
    [InlineData("""{"http://iptc.org/std/Iptc4xmpExt/2008-02-29/DigitalSourceType":"trainedAlgorithmicMedia"}""")]
    [InlineData("""{"https://www.iptc.org/std/Iptc4xmpExt/2008-02-29/DigitalSourceType":"trainedAlgorithmicMedia"}""")]
    [InlineData("""{"@context":{"@vocab":"http://iptc.org/std/Iptc4xmpExt/2008-02-29/"},"DigitalSourceType":"trainedAlgorithmicMedia"}""")]
    [InlineData("""{"@context":[{"x":"http://iptc.org/std/Iptc4xmpExt/2008-02-29"}],"x:DigitalSourceType":"trainedAlgorithmicMedia"}""")]
    [InlineData("""{"@context":{"made":"Iptc4xmpExt:DigitalSourceType"},"made":"trainedAlgorithmicMedia"}""")]
    [InlineData("""{"@context":{"made":{"@id":"Iptc4xmpExt:DigitalSourceType","@type":"@id"}},"made":"trainedAlgorithmicMedia"}""")]
    [InlineData(
        """
        {"@context":{"d":"http://cv.iptc.org/newscodes/digitalsourcetype/"},"Iptc4xmpExt:DigitalSourceType":"d:trainedAlgorithmicMedia"}
        """)]
    [InlineData("""{"@graph":[{"Iptc4xmpExt:DigitalSourceType":"trainedAlgorithmicMedia"}]}""")]
    [InlineData("""[{"Iptc4xmpExt:DigitalSourceType":"trainedAlgorithmicMedia"}]""")]
    [InlineData("""{"Iptc4xmpExt:DigitalSourceType":"trainedAlgorithmicMedia","Iptc4xmpExt:DigitalSourceType":"digitalCapture"}""")]
    public async Task Read_SourceTypeInAnyForm_IsConfirmed(string json) =>
        Assert.Equal(AiOrigin.Confirmed, (await Read(Json("cawg.metadata", json))).Origin);

    [Theory]
    [InlineData("stds.schema-org.CreativeWork", """{"@context":"https://schema.org","digitalSourceType":"trainedAlgorithmicMedia"}""")]
    [InlineData("stds.schema-org.CreativeWork",
        """{"@context":"http://schema.org/","digitalSourceType":"https://schema.org/TrainedAlgorithmicMediaDigitalSource"}""")]
    [InlineData("cawg.metadata", """{"foo:DigitalSourceType":"trainedAlgorithmicMedia"}""")]
    [InlineData("cawg.metadata", """{"DigitalSourceType":"trainedAlgorithmicMedia"}""")]
    [InlineData("cawg.metadata", """{"Iptc4xmpExt:AIPromptInformation":"a fox"}""")]
    public async Task Read_AiInAPropertyThatNoStandardGivesTheAsset_IsSuspected(string name, string json) =>
        Assert.Equal(AiOrigin.Suspected, (await Read(Json(name, json))).Origin);

    [Fact]
    public async Task Read_SystemUsed_IsSuspectedWithItsGeneratorAndFields()
    {
        var report = await Read(Json("cawg.metadata",
            """
            {"Iptc4xmpExt:AISystemUsed":"Veo","Iptc4xmpExt:AISystemVersionUsed":"3","Iptc4xmpExt:AIPromptInformation":["a fox"],
            "Iptc4xmpExt:AIPromptWriterName":"Li"}
            """));

        var finding = Assert.Single(report.Findings);
        Assert.Equal((AiOrigin.Suspected, "Veo"), (finding.Says, finding.Generator));
        Assert.Equal(("Veo", "3", "a fox", "Li"),
            (finding.Details["modelName"], finding.Details["modelVersion"], finding.Details["prompt"], finding.Details["promptWriter"]));
        Assert.Equal("a fox", report.Credentials.Metadata["Iptc4xmpExt:AIPromptInformation"]);
    }

    [Theory]
    [InlineData("""{"Iptc4xmpExt:AISystemUsed":"none"}""")]
    [InlineData("""{"Iptc4xmpExt:AISystemUsed":""}""")]
    [InlineData("""{"Iptc4xmpExt:DigitalSourceType":"digitalCapture"}""")]
    [InlineData("""{"dc:description":"trainedAlgorithmicMedia"}""")]
    [InlineData("""{"@context":{"@id":"trainedAlgorithmicMedia"},"@type":"AISystemUsed"}""")]
    [InlineData("42")]
    public async Task Read_MetadataWithoutAi_SaysNothing(string json)
    {
        var report = await Read(Json("cawg.metadata", json));

        Assert.Equal(AiOrigin.NotFound, report.Origin);
        Assert.Empty(report.Problems);
    }

    [Theory]
    [InlineData("json", "{", "assertion.json.invalid")]
    [InlineData("json", "{\"a\":\"\\ud800\"}", "assertion.json.invalid")]
    [InlineData("cbor", "\u007f", "assertion.cbor.invalid")]
    public async Task Read_MetadataThatCannotBeRead_IsNamedAndTheRestIsKept(string form, string content, string code)
    {
        var report = await Inspect.Bytes(SignedMp4.Build(
            new ManifestBuilder("urn:c2pa:1").Action("c2pa.created", SourceTypes.Trained)
                .AssertionBox("cawg.metadata", form, Encoding.UTF8.GetBytes(content))));

        Assert.Equal((AiOrigin.Confirmed, CredentialIntegrity.Intact), (report.Origin, report.Credentials.Integrity));
        Assert.Equal(code, Assert.Single(report.Problems).Code);
    }

    [Theory]
    [InlineData("cbor")]
    [InlineData("json")]
    public async Task Read_AdobeGenerativeAi_IsConfirmed(string form)
    {
        var content = new Map { ["description"] = "Adobe Firefly", ["version"] = "1.0", ["prompt"] = "a fox" };
        var bytes = form == "cbor" ? Cbor.Encode(content) : JsonSerializer.SerializeToUtf8Bytes(content);

        var report = await Read(
            new ManifestBuilder("urn:uuid:1") { ClaimVersion = 1 }.AssertionBox("com.adobe.generative-ai", form, bytes));

        Assert.Equal((AiOrigin.Confirmed, "Firefly"), (report.Origin, report.Generator));
    }

    [Fact]
    public async Task Read_ContextOfHugeIris_StaysCheap()
    {
        // Arrange
        var prefixes = Enumerable.Range(0, 2000).ToDictionary(i => $"p{i}", i => i == 0 ? new string('x', 100_000) : $"p{i - 1}:x");
        var properties = prefixes.Keys.ToDictionary(prefix => $"{prefix}:DigitalSourceType", _ => (object)"digitalCapture");
        var json = JsonSerializer.Serialize(new Dictionary<string, object>(properties) { ["@context"] = prefixes });
        var file = SignedMp4.Build(Json("cawg.metadata", json));
        var before = GC.GetTotalAllocatedBytes();

        // Act
        var report = await Inspect.Bytes(file);

        // Assert
        Assert.Equal(AiOrigin.NotFound, report.Origin);
        Assert.InRange(GC.GetTotalAllocatedBytes() - before, 0, 256 << 20);
    }

    private static ManifestBuilder Json(string name, string json) =>
        new ManifestBuilder("urn:uuid:1") { ClaimVersion = 1 }.AssertionBox(name, "json", Encoding.UTF8.GetBytes(json));

    private static Task<LabelReport> Read(ManifestBuilder manifest) => Inspect.Bytes(SignedMp4.Build(manifest));
}
