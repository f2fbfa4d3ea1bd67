using AiLabels.Reports;
using AiLabels.Testing;
using AiLabels.Testing.C2pa;
using Map = System.Collections.Generic.Dictionary<object, object?>;

namespace AiLabels.Tests.C2pa;

/// <summary>Ingredient assertions that a later claim redacted, such as the location of a photographer.</summary>
public sealed class RedactionTests
{
    private const string Label = "c2pa.location";
    private static readonly byte[] Location = Cbor.Encode(new Map { ["place"] = "home" });
    private static readonly byte[] Actions = Cbor.Encode(new Map
    {
        ["actions"] = new object?[] { new Map { ["action"] = "c2pa.created", ["digitalSourceType"] = SourceTypes.Trained } },
    });

    public static TheoryData<string, byte[][]> Redacted => new()
    {
        { "removed", [Box("c2pa.actions.v2", Actions)] },
        { "zeros", [Box("c2pa.actions.v2", Actions), Box(Label, new byte[Location.Length])] },
    };

    [Theory]
    [MemberData(nameof(Redacted))]
    public async Task Read_RedactedAssertion_LeavesTheIngredientSound(string how, byte[][] assertions)
    {
        var report = await Read(Label, assertions);

        Assert.True(report.Origin == AiOrigin.Confirmed, how);
        Assert.Equal(CredentialIntegrity.Intact, report.Credentials.Integrity);
        Assert.DoesNotContain(report.Problems,
            problem => problem.Code.StartsWith("assertion.", StringComparison.Ordinal) && problem.Code != "assertion.action.malformed");
    }

    [Fact]
    public async Task Read_RedactedAssertionThatStillSpeaks_IsNotBelieved()
    {
        var report = await Read(Label, [Box("c2pa.actions.v2", Actions), Box(Label, Cbor.Encode(new Map { ["place"] = "away" }))]);

        Assert.Equal(AiOrigin.Suspected, report.Origin);
        Assert.Contains(report.Problems, problem => problem.Code == "assertion.notRedacted");
    }

    [Fact]
    public async Task Read_RedactedActions_AreABrokenIngredient()
    {
        var report = await Read("c2pa.actions.v2", [Box(Label, Location)]);

        Assert.Contains(report.Problems, problem => problem.Code == "assertion.action.redacted");
    }

    [Fact]
    public async Task Read_ClaimThatRedactsItsOwn_IsBroken()
    {
        var manifest = new ManifestBuilder("urn:c2pa:1") { Redacts = ["self#jumbf=/c2pa/urn:c2pa:1/c2pa.assertions/c2pa.location"] }
            .AssertionBox(Label, "cbor", Location);

        var report = await Inspect.Bytes(SignedMp4.Build(manifest));

        Assert.Equal(CredentialIntegrity.Broken, report.Credentials.Integrity);
        Assert.Contains(report.Problems, problem => problem.Code == "assertion.selfRedacted");
    }

    /// <param name="redacted">Assertion that the active manifest redacts.</param>
    /// <param name="assertions">Remaining assertions of the ingredient.</param>
    private static Task<LabelReport> Read(string redacted, byte[][] assertions)
    {
        var photo = new ManifestBuilder(
            "urn:c2pa:photo")
        { Tamper = parts => [Jumbf.Superbox("c2as", "c2pa.assertions", assertions), .. parts[1..]] }
            .AssertionBox("c2pa.actions.v2", "cbor", Actions)
            .AssertionBox(Label, "cbor", Location);
        var active = new ManifestBuilder("urn:c2pa:active") { Redacts = [$"self#jumbf=/c2pa/urn:c2pa:photo/c2pa.assertions/{redacted}"] }
            .Ingredient("parentOf", photo);
        return Inspect.Bytes(SignedMp4.Build(active, photo));
    }

    private static byte[] Box(string label, byte[] content) => Jumbf.Superbox("cbor", label, Jumbf.Box("cbor", content));
}
