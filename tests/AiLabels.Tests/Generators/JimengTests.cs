using AiLabels.Reports;
using AiLabels.Testing;
using AiLabels.Testing.C2pa;
using static AiLabels.Testing.Mp4;

namespace AiLabels.Tests.Generators;

/// <summary>Jimeng, named Dreamina outside China.</summary>
public sealed class JimengTests
{
    private const string VideoId = "vid:v02870g10004d6jktf7og65h7ouce21g";
    private static readonly TestSigner ByteDance = TestPki.SelfSigned("CN=ByteDance Media Transcode Service, O=Bytedance Pte. Ltd.");

    [Fact]
    public async Task ReadAsync_AigcLabel_IsConfirmedAndNamed()
    {
        // Arrange
        var label = Aigc.Label("1", producer: "00119144030008867405X200000");

        // Act
        var report = await Inspect.Bytes(FileWith(Udta(MetaWithKeys(("AIGC", label)))));

        // Assert
        Assert.Equal((AiOrigin.Confirmed, "Jimeng"), (report.Origin, report.Generator));
        Assert.Empty(report.Problems);
    }

    [Theory]
    [InlineData("comment", """{"data":{"os":"","product":"dreamina","exportType":"generation","videoId":"0"}}""")]
    [InlineData("aigc_info", """{"aigc_label_type":0,"source_info":"dreamina"}""")]
    [InlineData(
        "comment",
        """{"aigc_info":{"aigc_label_type":0,"source_info":"dreamina"},"data":{"os":"web","product":"dreamina","exportType":"generation"},"trace_info":{"originItemId":"7590949739743448328"}}""")]
    public async Task ReadAsync_ExportInformation_IsSuspectedAndNamedWhateverThePlatformLabelSays(string key, string value)
    {
        var report = await Inspect.Bytes(FileWith(Udta(MetaWithKeys((key, value), ("vid", VideoId)))));

        Assert.Equal((AiOrigin.Suspected, "Jimeng"), (report.Origin, report.Generator));
        Assert.Empty(report.Problems);
    }

    [Fact]
    public async Task ReadAsync_NameInAnotherMember_IsNoTrace()
    {
        var report = await Inspect.Bytes(FileWith(Udta(MetaWithKeys(("comment", """{"title":"dreamina","data":{"note":"dreamina"}}""")))));

        Assert.Equal((AiOrigin.NotFound, null), (report.Origin, report.Generator));
    }

    [Fact]
    public async Task ReadAsync_ExportInformationInAnItunesList_IsSuspectedAndNamed()
    {
        var list = Box("ilst", Box("©cmt", Text("""{"data":{"product":"dreamina","exportType":"generation"}}""")));

        var report = await Inspect.Bytes(FileWith(Udta(FullBox("meta", Hdlr("mdir"), list))));

        Assert.Equal((AiOrigin.Suspected, "Jimeng"), (report.Origin, report.Generator));
    }

    [Fact]
    public async Task ReadAsync_TranscodedWithCredentials_IsConfirmedThroughTheIngredient()
    {
        // Arrange
        var generated = Generated().Action("c2pa.created", SourceTypes.Trained);

        // Act
        var report = await Inspect.Bytes(SignedMp4.Build(Transcoded(generated), generated));

        // Assert
        Assert.Equal((AiOrigin.Confirmed, "Jimeng"), (report.Origin, report.Generator));
        Assert.Equal("ByteDance Media Transcode Service", report.Credentials.ClaimGenerator);
        Assert.Equal("parentOf", report.Findings.Single(finding => finding.Says == AiOrigin.Confirmed).Details["inheritedThrough"]);
    }

    [Fact]
    public async Task ReadAsync_EarlierCredentialsWithoutSourceType_AreATrace()
    {
        // Arrange
        var generated = Generated().Action("c2pa.created");

        // Act
        var report = await Inspect.Bytes(SignedMp4.Build(Transcoded(generated), generated));

        // Assert
        Assert.Equal((AiOrigin.Suspected, "Jimeng"), (report.Origin, report.Generator));
        Assert.Equal(CredentialIntegrity.Intact, report.Credentials.Integrity);
    }

    [Fact]
    public async Task ReadAsync_OtherMediaOfTheSameSigner_IsNoTrace()
    {
        // Arrange
        var filmed = new ManifestBuilder("urn:c2pa:camera").Action("c2pa.created", SourceTypes.Capture);

        // Act
        var report = await Inspect.Bytes(SignedMp4.Build(Transcoded(filmed), filmed));

        // Assert
        Assert.Equal((AiOrigin.NotFound, null), (report.Origin, report.Generator));
    }

    private static ManifestBuilder Generated() => new("urn:c2pa:generated") { Generator = "Dreamina/7.5.0", Signer = ByteDance };

    private static ManifestBuilder Transcoded(ManifestBuilder parent) =>
        new ManifestBuilder("urn:c2pa:transcoded") { Generator = "ByteDance Media Transcode Service", Signer = ByteDance }
            .Ingredient("parentOf", parent)
            .Action("c2pa.transcoded");
}
