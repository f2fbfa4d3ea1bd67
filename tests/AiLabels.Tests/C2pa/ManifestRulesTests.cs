using AiLabels.Reports;
using AiLabels.Testing;
using AiLabels.Testing.C2pa;
using Map = System.Collections.Generic.Dictionary<object, object?>;

namespace AiLabels.Tests.C2pa;

/// <summary>Rules on the contents of manifests and on their actions, C2PA 2.2 sections 15.10.1 and 15.10.3.2.</summary>
public sealed class ManifestRulesTests
{
    private static readonly ManifestBuilder Original = new ManifestBuilder("urn:c2pa:original").Action("c2pa.created", SourceTypes.Trained);

    private static readonly Dictionary<string, Func<ManifestBuilder, ManifestBuilder>> Updates = new()
    {
        ["nothing wrong"] = update => update.Ingredient("parentOf", Original).Action("c2pa.published"),
        ["content changed"] = update => update.Ingredient("parentOf", Original).Action("c2pa.edited"),
        ["thumbnail"] = update => update.Ingredient("parentOf", Original).AssertionBox("c2pa.thumbnail.claim.jpeg", "bidb", [1]),
        ["component"] = update => update.Ingredient("parentOf", Original).Ingredient("componentOf", null, "c2pa.ingredient.v2"),
        ["no time-stamps"] = update => update.Ingredient("parentOf", Original).Assertion("c2pa.time-stamp", new Map()),
    };

    [Theory]
    [InlineData("nothing wrong", "")]
    [InlineData("content changed", "manifest.update.invalid")]
    [InlineData("thumbnail", "manifest.update.invalid")]
    [InlineData("component", "manifest.update.wrongParents")]
    [InlineData("no time-stamps", "assertion.timestamp.malformed")]
    public async Task Read_Update_MayHoldWhatDoesNotChangeTheContent(string what, string code)
    {
        // Arrange
        var file = SignedMp4.Build(Original);
        "original"u8.CopyTo(file.AsSpan(file.AsSpan().IndexOf("manifest\0"u8)));
        var update = Updates[what](new ManifestBuilder("urn:c2pa:update") { Type = "c2um" });

        // Act
        var report = await Inspect.Bytes([.. file, .. SignedMp4.C2paBox(Jumbf.Store(update.Build()), "update")]);

        // Assert
        Assert.True((code.Length == 0 ? CredentialIntegrity.Intact : CredentialIntegrity.Broken) == report.Credentials.Integrity, what);
        Assert.Equal(code, report.Problems.Select(problem => problem.Code).FirstOrDefault() ?? "");
    }

    private static readonly Dictionary<string, Func<ManifestBuilder, ManifestBuilder>> Actions = new()
    {
        ["created without a source type"] = manifest => manifest.Action("c2pa.created"),
        ["created first"] = manifest => manifest.Action("c2pa.created", SourceTypes.Capture),
        ["neither created nor opened"] = manifest => manifest.Action("c2pa.edited"),
        ["created last"] = manifest => manifest.Assertion("c2pa.actions.v2", Listing("c2pa.edited", "c2pa.created")),
        ["opened what"] = manifest => manifest.Action("c2pa.opened"),
        ["opened a component"] =
            manifest => manifest.Ingredient("componentOf", null).Assertion("c2pa.actions.v2", OnIngredient("c2pa.opened")),
        ["opened the parent"] = manifest => manifest.Ingredient("parentOf", null).Assertion("c2pa.actions.v2", OnIngredient("c2pa.opened")),
    };

    [Theory]
    [InlineData("created first", "")]
    [InlineData("created without a source type", "assertion.action.malformed")]
    [InlineData("neither created nor opened", "assertion.action.malformed")]
    [InlineData("created last", "assertion.action.malformed")]
    [InlineData("opened what", "assertion.action.ingredientMismatch")]
    [InlineData("opened a component", "assertion.action.ingredientMismatch")]
    [InlineData("opened the parent", "")]
    public async Task Read_ActionsAgainstTheRules_AreNamedAndLeaveTheFileAsItWasSigned(string what, string code)
    {
        var report = await Inspect.Bytes(SignedMp4.Build(Actions[what](new ManifestBuilder("urn:c2pa:1"))));

        Assert.True(code == (report.Problems.Select(problem => problem.Code).FirstOrDefault() ?? ""), what);
        Assert.Equal(
            report.Problems.Select(problem => problem.Code), report.Credentials.Violations.Select(violation => violation.Code));
        Assert.Equal(CredentialIntegrity.Intact, report.Credentials.Integrity);
    }

    [Fact]
    public async Task Read_TwoParents_IsBroken()
    {
        // Arrange
        var other = new ManifestBuilder("urn:c2pa:other").Action("c2pa.created", SourceTypes.Capture);
        var child = new ManifestBuilder("urn:c2pa:1")
            .Ingredient("parentOf", Original).Ingredient("parentOf", other, "c2pa.ingredient.v3__1");

        // Act
        var report = await Inspect.Bytes(SignedMp4.Build(child, Original, other));

        // Assert
        Assert.Equal(CredentialIntegrity.Broken, report.Credentials.Integrity);
        Assert.Contains(report.Problems, problem => problem.Code == "manifest.multipleParents");
    }

    [Fact]
    public async Task Read_FirstClaimVersion_IsNotHeldToRulesThatCameLater()
    {
        var report = await Inspect.Bytes(SignedMp4.Build(new ManifestBuilder("urn:uuid:1") { ClaimVersion = 1 }.Action("c2pa.edited")));

        Assert.Empty(report.Problems);
    }

    [Fact]
    public async Task Read_AssertionThatStandsElsewhere_IsNamedAndNotFetched()
    {
        var reference = new Map
        {
            ["label"] = "c2pa.actions.v2",
            ["size"] = 100,
            ["location"] = new Map { ["url"] = "https://example.org/actions", ["hash"] = new byte[32] },
            ["content_type"] = "application/cbor",
        };

        var report = await Inspect.Bytes(SignedMp4.Build(Created().Assertion("c2pa.cloud-data", reference)));

        Assert.Equal(CredentialIntegrity.Intact, report.Credentials.Integrity);
        Assert.Contains(
            "https://example.org/actions", Assert.Single(report.Problems, problem => problem.Code == "assertion.inaccessible").Message);
    }

    [Theory]
    [InlineData("c2pa.hash.bmff.v3", "assertion.cloud-data.hardBinding")]
    [InlineData(null, "assertion.cloud-data.malformed")]
    public async Task Read_ReferenceToElsewhereThatMayNotBe_IsBroken(string? label, string code)
    {
        var reference =
            new Map { ["size"] = 100, ["location"] = new Map { ["url"] = "https://example.org/" }, ["content_type"] = "application/cbor" };
        if (label is not null)
        {
            reference["label"] = label;
        }

        var report = await Inspect.Bytes(SignedMp4.Build(Created().Assertion("c2pa.cloud-data", reference)));

        Assert.Equal(CredentialIntegrity.Broken, report.Credentials.Integrity);
        Assert.Contains(report.Problems, problem => problem.Code == code);
    }

    [Theory]
    [InlineData("c2pa.training-mining")]
    [InlineData("cawg.training-mining")]
    public async Task Read_WishesAboutTraining_SayNothingOfTheOrigin(string label)
    {
        var wish = new Map { ["entries"] = new Map { ["c2pa.ai_generative_training"] = new Map { ["use"] = "notAllowed" } } };

        var report = await Inspect.Bytes(
            SignedMp4.Build(new ManifestBuilder("urn:c2pa:1").Action("c2pa.created", SourceTypes.Capture).Assertion(label, wish)));

        Assert.Equal((AiOrigin.NotFound, CredentialIntegrity.Intact), (report.Origin, report.Credentials.Integrity));
    }

    [Fact]
    public async Task Read_SoftBindingAndIdentity_AreNotedInTheFindings()
    {
        var manifest =
            Created().Assertion("c2pa.soft-binding", new Map { ["alg"] = "com.adobe.trustmark.P" }).Assertion("cawg.identity", new Map());

        var finding = Assert.Single((await Inspect.Bytes(SignedMp4.Build(manifest))).Findings);

        Assert.Equal(("com.adobe.trustmark.P", "cawg.identity"), (finding.Details["softBinding"], finding.Details["identity"]));
    }

    [Theory]
    [InlineData("componentOf", AiOrigin.Confirmed)]
    [InlineData("inputTo", AiOrigin.Suspected)]
    public async Task Read_SourceTypeOfAnIngredientWithoutManifest_CountsByItsRelationship(string relationship, AiOrigin expected)
    {
        var ingredient = new Map { ["relationship"] = relationship, ["digitalSourceType"] = SourceTypes.Trained };

        var report = await Inspect.Bytes(SignedMp4.Build(new ManifestBuilder("urn:c2pa:1").Assertion("c2pa.ingredient.v3", ingredient)));

        Assert.Equal(expected, report.Origin);
    }

    [Theory]
    [InlineData("timeStamp.mismatch", AiOrigin.Confirmed)]
    [InlineData("assertion.bmffHash.mismatch", AiOrigin.Suspected)]
    public async Task Read_IngredientWithAFailureWhenItWasTakenIn_IsBelievedUnlessItsContentHadChanged(string status, AiOrigin expected)
    {
        var taken = new Map
        {
            ["relationship"] = "parentOf",
            ["c2pa_manifest"] = ManifestBuilder.Reference(Original.Url, Original.Build()),
            ["validationStatus"] = new object?[] { new Map { ["code"] = status } },
        };

        var report = await Inspect.Bytes(
            SignedMp4.Build(new ManifestBuilder("urn:c2pa:1").Assertion("c2pa.ingredient.v2", taken), Original));

        Assert.Equal(expected, report.Origin);
    }

    private static ManifestBuilder Created() => new ManifestBuilder("urn:c2pa:1").Action("c2pa.created", SourceTypes.Trained);

    private static Map Listing(params string[] actions) =>
        new() { ["actions"] = actions.Select(object? (action) => new Map { ["action"] = action }).ToArray() };

    private static Map OnIngredient(string action)
    {
        var reference = new Map { ["url"] = "self#jumbf=c2pa.assertions/c2pa.ingredient.v3", ["hash"] = new byte[32] };
        return new()
        {
            ["actions"] =
            new object?[] { new Map { ["action"] = action, ["parameters"] = new Map { ["ingredients"] = new object?[] { reference } } } }
        };
    }
}
