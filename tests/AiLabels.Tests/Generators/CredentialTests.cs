using AiLabels.Reports;
using AiLabels.Testing;
using AiLabels.Testing.C2pa;
using Map = System.Collections.Generic.Dictionary<object, object?>;

namespace AiLabels.Tests.Generators;

/// <summary>Content credentials as generators sign them, under certificates with the names of theirs.</summary>
public sealed class CredentialTests
{
    [Fact]
    public async Task ReadAsync_Sora_IsConfirmedAndNamed()
    {
        var manifest = new ManifestBuilder("urn:c2pa:sora") { Signer = TestPki.SelfSigned("CN=Truepic Lens CLI in Sora, O=OpenAI") }
            .Action("c2pa.created", SourceTypes.Trained);

        await AssertGenerated("Sora", SignedMp4.Build(manifest));
    }

    [Fact]
    public async Task ReadAsync_OpenAiSignerWithoutSora_IsConfirmedAndNamesTheVendor()
    {
        var signer = TestPki.SelfSigned("CN=OpenAI Media Service, O=\"OpenAI OpCo, LLC\"");
        var manifest = new ManifestBuilder("urn:c2pa:openai") { Signer = signer }
            .Action("c2pa.created", SourceTypes.Trained);

        await AssertGenerated("OpenAI", SignedMp4.Build(manifest));
    }

    [Theory]
    [InlineData("CN=YouTube Video Processing Services, O=Google LLC")]
    [InlineData("CN=Google Photos, O=Google LLC")]
    [InlineData("CN=TikTok Inc., O=TikTok Inc.")]
    public async Task ReadAsync_NeutralSigner_NamesNoGenerator(string signer)
    {
        // Arrange
        var manifest = new ManifestBuilder("urn:c2pa:neutral") { Signer = TestPki.SelfSigned(signer) }
            .Action("c2pa.created", SourceTypes.Trained);

        // Act
        var report = await Inspect.Bytes(SignedMp4.Build(manifest));

        // Assert
        Assert.Equal((AiOrigin.Confirmed, null), (report.Origin, report.Generator));
    }

    /// <summary>The signature precedes the claim, its URL is relative, and no action names a program.</summary>
    [Fact]
    public async Task ReadAsync_GoogleSignerWithoutAgent_IsConfirmedAndNamesNoSingleGenerator()
    {
        var manifest = new ManifestBuilder("urn:c2pa:veo")
        {
            Generator = "Google C2PA Core Generator Library",
            Signer = TestPki.SelfSigned("CN=Google Media Processing Services, O=Google LLC"),
            SignatureUrl = "self#jumbf=c2pa.signature",
            Tamper = parts => [parts[2], parts[1], parts[0]],
        };
        manifest.Assertion("c2pa.actions.v2", Actions(
            new Map
            {
                ["action"] = "c2pa.created",
                ["description"] = "Created by Google Generative AI.",
                ["digitalSourceType"] = SourceTypes.Trained
            },
            new Map
            {
                ["action"] = "c2pa.edited",
                ["description"] = "Applied imperceptible SynthID watermark.",
                ["digitalSourceType"] = SourceTypes.Trained
            }));

        await AssertGenerated("Google AI", SignedMp4.Build(manifest));
    }

    [Fact]
    public async Task ReadAsync_PhotographThatGoogleSigned_IsNoTraceOfVeo()
    {
        // Arrange
        var manifest =
            new ManifestBuilder("urn:c2pa:photo") { Signer = TestPki.SelfSigned("CN=Google Media Processing Services, O=Google LLC") }
            .Action("c2pa.created", SourceTypes.Capture);

        // Act
        var report = await Inspect.Bytes(SignedMp4.Build(manifest));

        // Assert
        Assert.Equal((AiOrigin.NotFound, null), (report.Origin, report.Generator));
    }

    /// <summary>
    /// The active manifest has no actions; the component's action names a model in the parameter used before the field was specified.
    /// </summary>
    [Fact]
    public async Task ReadAsync_PremiereWithAFireflyClip_IsConfirmedThroughTheComponent()
    {
        var clip = new ManifestBuilder("urn:uuid:clip")
        {
            ClaimVersion = 1,
            Generator = "Adobe_Firefly/1.0",
            Signer = TestPki.SelfSigned("CN=cai-prod, O=Adobe Inc.")
        };
        clip.Assertion("c2pa.actions", Actions(new Map
        {
            ["action"] = "c2pa.edited",
            ["softwareAgent"] = "Adobe Firefly",
            ["parameters"] = new Map { ["com.adobe.digitalSourceType"] = SourceTypes.CompositeWithTrained },
        }));
        var film = new ManifestBuilder("urn:uuid:film")
        {
            ClaimVersion = 1,
            Generator = "Adobe_Premiere_Pro/25.2",
            Signer = TestPki.SelfSigned("CN=cai-prod, O=Adobe Inc.")
        }
            .Ingredient("componentOf", clip, "c2pa.ingredient");

        var report = await AssertGenerated("Firefly", SignedMp4.Build(film, clip));

        Assert.Equal("componentOf", Assert.Single(report.Findings).Details["inheritedThrough"]);
        Assert.Equal("Adobe_Premiere_Pro/25.2", report.Credentials.ClaimGenerator);
    }

    [Fact]
    public async Task ReadAsync_Runway_IsConfirmedAndNamed()
    {
        var manifest = new ManifestBuilder("urn:c2pa:runway") { Signer = TestPki.SelfSigned("CN=Runway, O=\"RUNWAY AI, INC.\"") }
            .Action("c2pa.created", SourceTypes.Trained, "Runway Video Generation");

        await AssertGenerated("Runway", SignedMp4.Build(manifest));
    }

    [Theory]
    [InlineData("Volcengine_Ark_CN", "O=北京火山引擎科技有限公司")]
    [InlineData("BytePlus_ModelArk", "O=Byteplus Pte. Ltd.")]
    public async Task ReadAsync_Seedance_IsConfirmedAndNamesTheModel(string agent, string signer)
    {
        var manifest = new ManifestBuilder("urn:c2pa:seedance") { Signer = TestPki.SelfSigned(signer) };
        manifest.Assertion("c2pa.actions.v2", Actions(new Map
        {
            ["action"] = "c2pa.created",
            ["softwareAgent"] = new Map { ["name"] = agent, ["version"] = "1.0.0" },
            ["digitalSourceType"] = SourceTypes.Trained,
            ["parameters"] = new Map { ["model_name"] = "doubao-seedance-2-0" },
        }));

        var report = await AssertGenerated("Seedance", SignedMp4.Build(manifest));

        Assert.Equal("doubao-seedance-2-0", Assert.Single(report.Findings).Details["modelName"]);
    }

    [Fact]
    public async Task ReadAsync_Grok_IsConfirmedAndNamedUnderItsOwnCertificate()
    {
        var manifest =
            new ManifestBuilder("urn:c2pa:grok") { Signer = TestPki.SelfSigned("CN=Grok, O=xAI") }.Action(
                "c2pa.created", SourceTypes.Trained);

        await AssertGenerated("Grok", SignedMp4.Build(manifest));
    }

    private static async Task<LabelReport> AssertGenerated(string generator, byte[] file)
    {
        var report = await Inspect.Bytes(file);

        Assert.Equal((AiOrigin.Confirmed, generator), (report.Origin, report.Generator));
        Assert.Equal(CredentialIntegrity.Intact, report.Credentials.Integrity);
        return report;
    }

    private static Map Actions(params Map[] actions) => new() { ["actions"] = actions };
}
