using AiLabels.Reports;
using AiLabels.Testing;
using AiLabels.Testing.C2pa;
using Map = System.Collections.Generic.Dictionary<object, object?>;

namespace AiLabels.Tests.C2pa;

/// <summary>The class of the content by the C2PA Asset Rubrics 1.0, and the product that signed.</summary>
public sealed class AssetRubricTests
{
    private const string Vocabulary = "http://cv.iptc.org/newscodes/digitalsourcetype/";

    private static readonly TestPki Root = TestPki.Root();
    private static readonly TestSigner Camera = Root.Signer();

    [Theory]
    [InlineData("composite", RubricSignal.CompositionMayContainGenAI, true)]
    [InlineData("screenCapture", RubricSignal.ScreenCaptureMayContainGenAI, true)]
    [InlineData("digitalCreation", RubricSignal.NonGenAIDigitalCreation, false)]
    [InlineData("digitalCapture", RubricSignal.CapturedMedia, false)]
    [InlineData("compositeCapture", RubricSignal.CapturedMediaStitched, false)]
    [InlineData("trainedAlgorithmicMedia", RubricSignal.FullyGenAIMedia, false)]
    [InlineData("compositeWithTrainedAlgorithmicMedia", RubricSignal.PartlyGenAICreation, false)]
    public async Task Read_CreatedBySourceType_IsOfItsClass(string code, RubricSignal signal, bool mayContainAi)
    {
        var report = await Read(Manifest("urn:c2pa:1", Created(code)));

        Assert.Equal([signal], report.Credentials.Rubric!.Signals);
        Assert.Equal(mayContainAi, report.Credentials.Rubric.MayContainAi);
        Assert.Equal(signal is RubricSignal.FullyGenAIMedia or RubricSignal.PartlyGenAICreation, report.Origin == AiOrigin.Confirmed);
    }

    [Fact]
    public async Task Read_TranscoderOverAnAiParent_IsOfTheParentsClassOriginAndGenerator()
    {
        // Arrange
        var parent = new ManifestBuilder("urn:c2pa:parent").Action("c2pa.created", SourceTypes.Trained, "Sora");
        var file = Transcoded(parent, TestPki.SelfSigned("CN=YouTube Video Processing Services, O=Google LLC"));

        // Act
        var report = await Inspect.Bytes(SignedMp4.Build(file, parent));

        // Assert
        Assert.Equal((AiOrigin.Confirmed, "Sora"), (report.Origin, report.Generator));
        Assert.Contains(RubricSignal.FullyGenAIMedia, report.Credentials.Rubric!.Signals);
    }

    [Fact]
    public async Task Read_TrustedCameraWithAllActions_IsCaptured()
    {
        var capture = Manifest("urn:c2pa:1", Created("digitalCapture"));

        Assert.True((await Read(capture)).Credentials.Rubric!.Captured);
        Assert.True((await Read(Transcoded(capture, Camera), capture)).Credentials.Rubric!.Captured);
    }

    private static readonly Dictionary<string, ManifestBuilder> NoCaptures = new()
    {
        ["not all actions"] =
            new ManifestBuilder("urn:c2pa:1") { Signer = Camera }.Assertion("c2pa.actions.v2", Actions(false, Created("digitalCapture"))),
        ["edited"] = Manifest("urn:c2pa:1", Created("digitalCapture"), new Map { ["action"] = "c2pa.edited" }),
        ["placed"] = Manifest("urn:c2pa:1", Created("digitalCapture"), new Map { ["action"] = "c2pa.placed" }),
        ["own action"] = Manifest("urn:c2pa:1", Created("digitalCapture"), new Map { ["action"] = "com.example.polished" }),
        ["component"] = Manifest("urn:c2pa:1", Created("digitalCapture")).Ingredient("componentOf", null),
        ["AI metadata"] = Manifest("urn:c2pa:1", Created("digitalCapture"))
            .Assertion("cawg.metadata", new Map { ["Iptc4xmpExt:AISystemUsed"] = "Veo" }),
        ["stranger"] = new ManifestBuilder("urn:c2pa:1").Assertion("c2pa.actions.v2", Actions(true, Created("digitalCapture"))),
        ["made by hand"] = Manifest("urn:c2pa:1", Created("digitalCreation")),
    };

    public static TheoryData<string> Names => [.. NoCaptures.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Read_AnythingLess_IsNoEvidenceOfACapture(string what) =>
        Assert.False((await Read(NoCaptures[what])).Credentials.Rubric!.Captured);

    [Fact]
    public async Task Read_CaptureThatWasChangedOrTranscodedByAStranger_IsNoEvidence()
    {
        var capture = Manifest("urn:c2pa:1", Created("digitalCapture"));
        var file = SignedMp4.Build(capture);
        file[^1] ^= 1;

        Assert.False((await Read(file)).Credentials.Rubric!.Captured);
        Assert.False((await Read(Transcoded(capture, TestSigner.Default), capture)).Credentials.Rubric!.Captured);
    }

    [Fact]
    public async Task Read_ProductOnTheList_IsNamedIfItsSignerIsTrusted()
    {
        var capture = SignedMp4.Build(Manifest("urn:c2pa:1", Created("digitalCapture")));

        var trusted = (await Read(capture, Products())).Credentials;
        var untrusted = (await Inspect.Source(new MemoryByteSource(capture), new() { Products = Products() })).Credentials;

        Assert.Equal(("Leaf", 2, true), (trusted.Product?.Name, trusted.Product?.AssuranceLevel, trusted.Product?.MakesVideo));
        Assert.True(trusted.Rubric!.Captured);
        Assert.Null(untrusted.Product);
    }

    [Fact]
    public async Task Read_SignalThatTheProductMayNotGive_IsViolatedAndNoEvidence()
    {
        // Arrange
        var capture = SignedMp4.Build(Manifest("urn:c2pa:1", Created("digitalCapture")));

        // Act
        var report = await Read(capture, Products(disallowed: "capturedMedia"));

        // Assert
        Assert.False(report.Credentials.Rubric!.Captured);
        Assert.Equal("rubric.disallowedSignal", Assert.Single(report.Credentials.Violations).Code);
    }

    [Fact]
    public void FromJson_OtherSubjectStatusOrKind_IsNotFound()
    {
        Assert.Equal(1, Products().Count);
        Assert.Throws<ArgumentException>(() => Products(status: "revoked"));
        Assert.Throws<ArgumentException>(() => Products(kind: "validatorProduct"));
        Assert.All(["", "{}", "[1]", "[{}]", "[]"], text => Assert.Throws<ArgumentException>(() => ConformingProducts.FromJson(text)));
    }

    private static ConformingProducts Products(
        string disallowed = "none", string status = "conformant", string kind = "generatorProduct") => ConformingProducts.FromJson(
        $$$"""
        [{"recordId":"1","status":"{{{status}}}","product":{"productType":"{{{kind}}}",
        "DN":{"CN":"Leaf","O":"Leaf Organisation","OU":"","C":""},"assurance":{"maxAssuranceLevel":2},
        "disallowedSignals":{"inception":["{{{disallowed}}}"],"transformation":[]} },"containers":{"generate":{"video":["video/mp4"]} } }]
        """);

    private static ManifestBuilder Manifest(string label, params Map[] actions) =>
        new ManifestBuilder(label) { Signer = Camera }.Assertion("c2pa.actions.v2", Actions(true, actions));

    private static ManifestBuilder Transcoded(ManifestBuilder parent, TestSigner signer) =>
        new ManifestBuilder("urn:c2pa:transcoded") { Signer = signer }.Ingredient("parentOf", parent).Assertion("c2pa.actions.v2", Actions(
            true,
            new Map
            {
                ["action"] = "c2pa.opened",
                ["parameters"] = new Map
                {
                    ["ingredients"] = new object?[] { new Map { ["url"] = "self#jumbf=c2pa.assertions/c2pa.ingredient.v3" } },
                },
            },
            new Map { ["action"] = "c2pa.transcoded" }));

    private static Map Created(string code) => new() { ["action"] = "c2pa.created", ["digitalSourceType"] = Vocabulary + code };

    private static Map Actions(bool all, params Map[] actions) => new() { ["actions"] = actions, ["allActionsIncluded"] = all };

    private static Task<LabelReport> Read(ManifestBuilder active, params ManifestBuilder[] ingredients) =>
        Read(SignedMp4.Build(active, ingredients));

    private static Task<LabelReport> Read(byte[] file, ConformingProducts? products = null) => Inspect.Source(
        new MemoryByteSource(file), new() { SignerAnchors = Root.AsAnchors, Products = products ?? ConformingProducts.None });
}
