using AiLabels.Reports;
using VideoGate.Cases;
using VideoGate.Cases.Duties;
using VideoGate.Cases.Evidence;
using VideoGate.Storage;
using VideoGate.Testing.App;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Publishing;

/// <summary>Labels that a law requires, from the decision to the published copy, without a moderator.</summary>
[Collection<AzuriteTests>]
[Trait("Needs", "services")]
public sealed class RequiredLabelTests(AzuriteFixture azurite)
{
    private static readonly RequiredLabel Metadata = new(null) { Metadata = true, Jurisdiction = "CN" };
    private static readonly RequiredLabel AtStart = new(LabelSpan.Start) { Jurisdiction = "IN" };

    [Fact]
    public async Task Label_ImplicitLabelRequired_IsPublishedWithItAndWithoutAReview()
    {
        await using var decided = await ApprovedCase.StartRequiredAsync(azurite, "required.mp4", Videos.Talking, Metadata);

        Assert.Null(await decided.LabelAsync());
        Assert.Equal(CaseState.Published, await decided.PublishAsync());

        var closed = await decided.CaseAsync();
        var label = Assert.Single(
            (await decided.ReportAsync(closed.Location!)).Findings, finding => finding.Kind is FindingKind.AigcLabel).Details;
        Assert.Equal(("1", ApprovedCase.Platform, closed.CaseId), (label["Label"], label["ContentPropagator"], label["PropagateID"]));
        Assert.Null(closed.Review);
        Assert.Single(await decided.AuditAsync(), entry => entry.Type == "labelled");
    }

    [Fact]
    public async Task Label_VisibleLabelForAPlatformWithoutACode_CarriesTheUploadsOwnLabelOver()
    {
        await using var decided =
            await ApprovedCase.StartRequiredAsync(azurite, "burnt.mp4", Videos.Talking, AtStart, ("ContentPropagator", ""));

        Assert.Null(await decided.LabelAsync());
        await decided.PublishAsync();

        var closed = await decided.CaseAsync();
        Assert.Equal(ExplicitLabelCompliance.Present, closed.Labelling!.ExplicitLabel!.Compliance);
        Assert.Equal("001191110108335469089C10100", closed.Labelling.Label!["ContentPropagator"]);
        Assert.Equal(AiOrigin.Confirmed, (await decided.ReportAsync(closed.Location!)).Origin);
    }

    [Fact]
    public async Task Label_VirtualHuman_ShowsTheWordsOfTheLaw()
    {
        await using var decided = await ApprovedCase.StartRequiredAsync(
            azurite, "human.mp4", Videos.Talking, new(LabelSpan.Throughout, "数字人") { Metadata = true, Jurisdiction = "CN" });

        Assert.Null(await decided.LabelAsync());
        await decided.PublishAsync();

        var seen = (await decided.CaseAsync()).Labelling!.ExplicitLabel!;
        Assert.Contains(seen.Labels, label => label.Text.Replace(" ", "", StringComparison.Ordinal).Contains("数字人"));
    }

    [Fact]
    public async Task Label_ContainerWithoutAPlaceForIt_IsQuarantinedAndSaysWhy()
    {
        await using var decided = await ApprovedCase.StartRequiredAsync(azurite, "required.ts", Videos.TransportStream, Metadata);

        var problem = await decided.LabelAsync();
        Assert.Equal(CaseState.Quarantined, await decided.QuarantineAsync(problem!));

        var held = await decided.CaseAsync();
        Assert.Equal(
            ("label-failed", "label-failed", "unsupportedContainer", ReviewState.Open),
            (held.Withheld, held.QuarantineReason, held.Labelling!.Problem!.Code, held.Review!.State));
        var entry = Assert.Single(await decided.AuditAsync(), entry => entry.Type == "quarantined");
        Assert.Equal(("label-failed", "unsupportedContainer"), (entry.Data["reason"], entry.Data["code"]));
        Assert.True(await decided.IsInQueueAsync());
        Assert.Null(await decided.ReadAsync(new(Containers.Published, "required.ts")));
    }

    [Fact]
    public async Task Label_NoCodeForTheImplicitLabel_IsRefused()
    {
        await using var decided =
            await ApprovedCase.StartRequiredAsync(azurite, "no-code.mp4", Videos.Talking, Metadata, ("ContentPropagator", ""));

        Assert.Equal("notConfigured", (await decided.LabelAsync())!.Code);
    }

    [Fact]
    public async Task Label_ManifestThatCannotBeKept_BlocksPublication()
    {
        // Arrange
        await using var decided =
            await ApprovedCase.StartRequiredAsync(azurite, "stripped.mp4", ApprovedCase.WithRemoteManifest(Videos.Talking), AtStart);

        // Act
        var problem = await decided.LabelAsync();
        await decided.QuarantineAsync(problem!);

        // Assert
        Assert.Equal("provenance-stripped", problem!.Code);
        Assert.Equal("provenance-stripped", (await decided.CaseAsync()).QuarantineReason);
        Assert.Null(await decided.EvidenceAsync(EvidenceFiles.Labelled));
    }
}
