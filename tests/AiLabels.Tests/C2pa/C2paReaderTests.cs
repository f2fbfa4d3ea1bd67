using AiLabels.Reports;
using AiLabels.Testing;
using AiLabels.Testing.C2pa;

namespace AiLabels.Tests.C2pa;

public sealed class C2paReaderTests
{
    private const string Trained = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
    private const string Capture = "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Read_CreatedByTrainedModel_ConfirmsAi(int claimVersion)
    {
        var manifest = new ManifestBuilder("urn:c2pa:1") { ClaimVersion = claimVersion }.Action("c2pa.created", Trained, "Sora");

        var report = await Read(manifest);

        var finding = Assert.Single(report.Findings);
        Assert.Equal((FindingKind.ContentCredential, AiOrigin.Confirmed, "Sora"), (finding.Kind, finding.Says, finding.Generator));
        Assert.Equal("trainedAlgorithmicMedia", finding.Details["digitalSourceType"]);
        Assert.Equal("c2pa.created", finding.Details["action"]);
        Assert.DoesNotContain("inheritedThrough", finding.Details.Keys);
        Assert.Equal(CredentialIntegrity.Intact, report.Credentials.Integrity);
        Assert.Equal("urn:c2pa:1", report.Credentials.ActiveManifest);
        Assert.Equal("Test Organisation, Test Signer", report.Credentials.SignerName);
        Assert.Equal("Test Generator", report.Credentials.ClaimGenerator);
    }

    [Theory]
    [InlineData("https://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia", AiOrigin.Confirmed)]
    [InlineData("http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia", AiOrigin.Confirmed)]
    [InlineData("http://cv.iptc.org/newscodes/digitalsourcetype/compositeSynthetic", AiOrigin.Confirmed)]
    [InlineData("http://c2pa.org/digitalsourcetype/trainedAlgorithmicData", AiOrigin.Confirmed)]
    [InlineData("http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture", AiOrigin.NotFound)]
    [InlineData("http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia", AiOrigin.NotFound)]
    [InlineData("http://example.org/trainedAlgorithmicMedia", AiOrigin.NotFound)]
    public async Task Read_SourceType_SaysAiOnlyForTheTermsThatProveIt(string sourceType, AiOrigin says)
    {
        var report = await Read(new ManifestBuilder("urn:c2pa:1").Action("c2pa.created", sourceType));

        Assert.Equal(says, Assert.Single(report.Findings).Says);
    }

    [Fact]
    public async Task Read_AdobeParameter_CountsAsSourceType()
    {
        var manifest = new ManifestBuilder("urn:c2pa:1") { ClaimVersion = 1 }.Assertion("c2pa.actions", new Dictionary<object, object?>
        {
            ["actions"] = new object?[]
            {
                new Dictionary<object, object?>
                {
                    ["action"] = "c2pa.edited",
                    ["softwareAgent"] = "Adobe Firefly",
                    ["parameters"] = new Dictionary<object, object?> { ["com.adobe.digitalSourceType"] = Trained },
                },
            },
        });

        var finding = Assert.Single((await Read(manifest)).Findings);

        Assert.Equal((AiOrigin.Confirmed, "Firefly"), (finding.Says, finding.Generator));
    }

    [Theory]
    [InlineData("parentOf", "c2pa.ingredient.v3")]
    [InlineData("componentOf", "c2pa.ingredient.v2")]
    [InlineData("componentOf", "c2pa.ingredient")]
    public async Task Read_AiInAnIngredient_IsFoundAndKeptApartFromWhatTheFileSays(string relationship, string assertion)
    {
        // Arrange
        var bottom = new ManifestBuilder("urn:c2pa:bottom").Action("c2pa.created", Trained, "Sora");
        var middle = new ManifestBuilder("urn:c2pa:middle").Ingredient(relationship, bottom, assertion);
        var top = new ManifestBuilder("urn:c2pa:top").Ingredient("parentOf", middle).Action("c2pa.opened", Capture);

        // Act
        var report = await Read(bottom, middle, top);

        // Assert
        Assert.Equal("urn:c2pa:top", report.Credentials.ActiveManifest);
        Assert.Equal([AiOrigin.NotFound, AiOrigin.Confirmed], report.Findings.Select(finding => finding.Says));
        Assert.Equal($"parentOf/{relationship}", report.Findings[1].Details["inheritedThrough"]);
        Assert.Equal("urn:c2pa:bottom", report.Findings[1].Details["manifest"]);
    }

    [Fact]
    public async Task Read_IngredientsThatPointAtEachOther_AreVisitedOnce()
    {
        // Arrange
        var stub = new ManifestBuilder("urn:c2pa:b");
        var a = new ManifestBuilder("urn:c2pa:a").Ingredient("parentOf", stub).Action("c2pa.created", Trained);
        var b = new ManifestBuilder("urn:c2pa:b").Ingredient("parentOf", a).Action("c2pa.edited", Trained);

        // Act
        var report = await Read(a, b);

        // Assert
        Assert.Equal(["urn:c2pa:b", "urn:c2pa:a"], report.Findings.Select(finding => finding.Details["manifest"]));
    }

    [Fact]
    public async Task Read_MoreManifestsThanAllowed_NamesTheLimit()
    {
        // Arrange
        var bottom = new ManifestBuilder("urn:c2pa:bottom").Action("c2pa.created", Trained);
        var middle = new ManifestBuilder("urn:c2pa:middle").Ingredient("parentOf", bottom);
        var top = new ManifestBuilder("urn:c2pa:top").Ingredient("parentOf", middle).Action("c2pa.opened", Capture);

        // Act
        var report = await Inspect.Source(
            new MemoryByteSource(SignedMp4.Build(top, bottom, middle)), new LabelReaderOptions { MaxManifests = 2 });

        // Assert
        Assert.Equal((AiOrigin.Inconclusive, CredentialIntegrity.Intact), (report.Origin, report.Credentials.Integrity));
        Assert.Contains(report.Problems, problem => problem.Code == "limit.manifests");
    }

    [Fact]
    public async Task Read_KnownGeneratorWithoutSourceType_IsATrace()
    {
        var report = await Read(new ManifestBuilder("urn:c2pa:1") { Generator = "Dreamina/7.5.0" }.Action("c2pa.created"));

        var finding = Assert.Single(report.Findings);
        Assert.Equal((FindingKind.VendorTrace, AiOrigin.Suspected, "Jimeng"), (finding.Kind, finding.Says, finding.Generator));
    }

    [Fact]
    public async Task Read_MetadataAssertion_CountsAsSourceType()
    {
        var json = """{"Iptc4xmpExt:DigitalSourceType":"http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"}"""u8;

        var report = await Read(new ManifestBuilder("urn:c2pa:1").AssertionBox("cawg.metadata", "json", json.ToArray()));

        Assert.Equal(AiOrigin.Confirmed, Assert.Single(report.Findings).Says);
    }

    [Fact]
    public async Task Read_AiDisclosure_SaysAiAndNamesTheModel()
    {
        var disclosure =
            new Dictionary<object, object?>
            {
                ["modelType"] = "c2pa.types.model",
                ["modelName"] = "Kling",
                ["humanOversightLevel"] = "none"
            };

        var report = await Read(new ManifestBuilder("urn:c2pa:1").Assertion("c2pa.ai-disclosure", disclosure));

        var finding = Assert.Single(report.Findings);
        Assert.Equal((AiOrigin.Confirmed, "Kling"), (finding.Says, finding.Generator));
        Assert.Equal("none", finding.Details["humanOversight"]);
    }

    /// <summary>C2PA 2.4, section 18.28, keeps what is about the content in a map of its own.</summary>
    [Fact]
    public async Task Read_AiDisclosureWithContentProfile_GivesTheOversight()
    {
        var disclosure = new Dictionary<object, object?>
        {
            ["contentProfile"] = new Dictionary<object, object?> { ["humanOversightLevel"] = "human_validated" },
        };

        var report = await Read(new ManifestBuilder("urn:c2pa:1").Assertion("c2pa.ai-disclosure", disclosure));

        Assert.Equal("human_validated", Assert.Single(report.Findings).Details["humanOversight"]);
    }

    [Fact]
    public async Task Read_AiThatWentIntoATool_IsOnlySuspected()
    {
        // Arrange
        var prompt = new ManifestBuilder("urn:c2pa:prompt").Action("c2pa.created", Trained);

        // Act
        var report = await Read(prompt, new ManifestBuilder("urn:c2pa:1").Ingredient("inputTo", prompt));

        // Assert
        Assert.Equal(AiOrigin.Suspected, Assert.Single(report.Findings).Says);
    }

    [Fact]
    public async Task Read_IngredientThatWasChangedSince_IsOnlySuspected()
    {
        // Arrange
        var signed = new ManifestBuilder("urn:c2pa:parent").Action("c2pa.created", Trained);
        var other = new ManifestBuilder("urn:c2pa:parent").Action("c2pa.created", Trained, "Sora");
        var active = new ManifestBuilder("urn:c2pa:1").Ingredient("parentOf", signed);

        // Act
        var report = await Read(other, active);

        // Assert
        Assert.Equal((CredentialIntegrity.Intact, AiOrigin.Suspected), (report.Credentials.Integrity, Assert.Single(report.Findings).Says));
        Assert.Contains(report.Problems, problem => problem.Code == "ingredient.manifest.mismatch");
    }

    [Fact]
    public async Task Read_Finding_NamesItsPlaceInTheFile()
    {
        var file = SignedMp4.Build(new ManifestBuilder("urn:c2pa:1").Action("c2pa.created", Trained));

        var source = Assert.Single((await Inspect.Bytes(file)).Findings).Source;

        Assert.Equal("uuid/c2pa.actions.v2", source.Path);
        Assert.Equal("jumb"u8, file.AsSpan((int)source.Offset + 4, 4));
        Assert.InRange(source.Length, 1, file.Length);
    }

    [Fact]
    public async Task Read_AiBehindAThousandOtherActions_IsNotHidden()
    {
        var actions =
            Enumerable.Range(0, 1000)
                .Select(object? (i) => new Dictionary<object, object?> { ["action"] = $"a.{i}", ["digitalSourceType"] = Capture });
        var ai = new Dictionary<object, object?> { ["action"] = "c2pa.created", ["digitalSourceType"] = Trained };
        var manifest = new ManifestBuilder("urn:c2pa:1")
            .Assertion("c2pa.actions.v2", new Dictionary<object, object?> { ["actions"] = actions.Append(ai).ToArray() });

        var report = await Read(manifest);

        Assert.Equal(AiOrigin.Confirmed, report.Findings[0].Says);
        Assert.InRange(report.Findings.Count, 1, 100);
    }

    private static Task<LabelReport> Read(params ManifestBuilder[] manifests) =>
        Inspect.Bytes(SignedMp4.Build(manifests[^1], manifests[..^1]));
}
