using AiLabels.C2pa;
using AiLabels.Reading;
using AiLabels.Tests.C2pa.Builders;

namespace AiLabels.Tests.C2pa;

public sealed class C2paReaderTests
{
    private const string Trained = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";
    private const string Capture = "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture";

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Read_CreatedByTrainedModel_SuspectsAiUntilTheCredentialIsVerified(int claimVersion)
    {
        var manifest = new ManifestBuilder("urn:c2pa:1") { ClaimVersion = claimVersion }.Action("c2pa.created", Trained, "Sora");

        var (report, evidence) = Read(manifest);

        var finding = Assert.Single(evidence.Findings);
        Assert.Equal((FindingKind.ContentCredential, AiOrigin.Suspected, "Sora"), (finding.Kind, finding.Says, finding.Generator));
        Assert.Equal("trainedAlgorithmicMedia", finding.Details["digitalSourceType"]);
        Assert.Equal("c2pa.created", finding.Details["action"]);
        Assert.DoesNotContain("inheritedThrough", finding.Details.Keys);
        Assert.Equal(CredentialIntegrity.Unverified, report.Integrity);
        Assert.Equal("urn:c2pa:1", report.ActiveManifest);
        Assert.Equal("Test Organisation, Test Signer", report.SignerName);
        Assert.Equal("Test Generator", report.ClaimGenerator);
    }

    [Theory]
    [InlineData("https://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia", AiOrigin.Suspected)]
    [InlineData("http://cv.iptc.org/newscodes/digitalsourcetype/compositeWithTrainedAlgorithmicMedia", AiOrigin.Suspected)]
    [InlineData("http://cv.iptc.org/newscodes/digitalsourcetype/compositeSynthetic", AiOrigin.Suspected)]
    [InlineData("http://c2pa.org/digitalsourcetype/trainedAlgorithmicData", AiOrigin.Suspected)]
    [InlineData("http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture", AiOrigin.NotFound)]
    [InlineData("http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia", AiOrigin.NotFound)]
    [InlineData("http://example.org/trainedAlgorithmicMedia", AiOrigin.NotFound)]
    public void Read_SourceType_SaysAiOnlyForTheTermsThatProveIt(string sourceType, AiOrigin says)
    {
        var (_, evidence) = Read(new ManifestBuilder("urn:c2pa:1").Action("c2pa.created", sourceType));

        Assert.Equal(says, Assert.Single(evidence.Findings).Says);
    }

    [Fact]
    public void Read_AdobeParameter_CountsAsSourceType()
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

        var finding = Assert.Single(Read(manifest).Evidence.Findings);

        Assert.Equal((AiOrigin.Suspected, "Firefly"), (finding.Says, finding.Generator));
    }

    [Theory]
    [InlineData("parentOf", "c2pa.ingredient.v3")]
    [InlineData("componentOf", "c2pa.ingredient.v2")]
    [InlineData("componentOf", "c2pa.ingredient")]
    public void Read_AiInAnIngredient_IsFoundAndKeptApartFromWhatTheFileSays(string relationship, string assertion)
    {
        var bottom = new ManifestBuilder("urn:c2pa:bottom").Action("c2pa.created", Trained, "Sora");
        var middle = new ManifestBuilder("urn:c2pa:middle").Ingredient(relationship, bottom, assertion);
        var top = new ManifestBuilder("urn:c2pa:top").Ingredient("parentOf", middle).Action("c2pa.opened", Capture);

        var (report, evidence) = Read(bottom, middle, top);

        Assert.Equal("urn:c2pa:top", report.ActiveManifest);
        Assert.Equal([AiOrigin.NotFound, AiOrigin.Suspected], evidence.Findings.Select(finding => finding.Says));
        Assert.Equal($"parentOf/{relationship}", evidence.Findings[1].Details["inheritedThrough"]);
        Assert.Equal("urn:c2pa:bottom", evidence.Findings[1].Details["manifest"]);
    }

    [Fact]
    public void Read_IngredientsThatPointAtEachOther_AreVisitedOnce()
    {
        var stub = new ManifestBuilder("urn:c2pa:b");
        var a = new ManifestBuilder("urn:c2pa:a").Ingredient("parentOf", stub).Action("c2pa.created", Trained);
        var b = new ManifestBuilder("urn:c2pa:b").Ingredient("parentOf", a).Action("c2pa.edited", Trained);

        var (_, evidence) = Read(a, b);

        Assert.Equal(["urn:c2pa:b", "urn:c2pa:a"], evidence.Findings.Select(finding => finding.Details["manifest"]));
    }

    [Fact]
    public void Read_KnownGeneratorWithoutSourceType_IsATrace()
    {
        var (_, evidence) = Read(new ManifestBuilder("urn:c2pa:1") { Generator = "Dreamina/7.5.0" }.Action("c2pa.created"));

        var finding = Assert.Single(evidence.Findings);
        Assert.Equal((FindingKind.VendorTrace, AiOrigin.Suspected, "Jimeng"), (finding.Kind, finding.Says, finding.Generator));
    }

    [Fact]
    public void Read_MetadataAssertion_CountsAsSourceType()
    {
        var json = """{"Iptc4xmpExt:DigitalSourceType":"http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"}"""u8;

        var (_, evidence) = Read(new ManifestBuilder("urn:c2pa:1").AssertionBox("cawg.metadata", "json", json.ToArray()));

        Assert.Equal(AiOrigin.Suspected, Assert.Single(evidence.Findings).Says);
    }

    [Fact]
    public void Read_Finding_NamesItsPlaceInTheFile()
    {
        var manifest = new ManifestBuilder("urn:c2pa:1").Action("c2pa.created", Trained);
        var store = Jumbf.Store(manifest.Build());

        var source = Assert.Single(C2paReader.Read(store, new Source("uuid", 1000, store.Length), new LabelReaderOptions()).Evidence.Findings).Source;

        Assert.Equal("uuid/c2pa.actions.v2", source.Path);
        Assert.Equal("jumb"u8, store.AsSpan((int)(source.Offset - 1000) + 4, 4));
        Assert.InRange(source.Length, 1, store.Length);
    }

    [Fact]
    public void Read_AiBehindAThousandOtherActions_IsNotHidden()
    {
        var actions = Enumerable.Range(0, 1000).Select(object? (i) => new Dictionary<object, object?> { ["action"] = $"a.{i}", ["digitalSourceType"] = Capture });
        var ai = new Dictionary<object, object?> { ["action"] = "c2pa.created", ["digitalSourceType"] = Trained };
        var manifest = new ManifestBuilder("urn:c2pa:1")
            .Assertion("c2pa.actions.v2", new Dictionary<object, object?> { ["actions"] = actions.Append(ai).ToArray() });

        var (_, evidence) = Read(manifest);

        Assert.Equal(AiOrigin.Suspected, evidence.Findings[0].Says);
        Assert.InRange(evidence.Findings.Count, 1, 100);
    }

    private static (CredentialReport Report, Evidence Evidence) Read(params ManifestBuilder[] manifests)
    {
        var store = Jumbf.Store([.. manifests.Select(manifest => manifest.Build())]);
        return C2paReader.Read(store, new Source("uuid", 0, store.Length), new LabelReaderOptions());
    }
}
