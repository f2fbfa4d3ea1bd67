using System.Text;
using AiLabels.Reports;
using VideoGate.Cases;
using VideoGate.Cases.Evidence;
using VideoGate.Storage;
using VideoGate.Testing.App;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Publishing;

/// <summary>An approval with label from the decision to the published copy, with real storage and the real encoder.</summary>
[Collection<AzuriteTests>]
[Trait("Needs", "services")]
public sealed class LabellingTests(AzuriteFixture azurite)
{
    private static readonly LabelOrder MetadataOnly = new() { Explicit = ExplicitChoice.None };
    private static readonly LabelOrder AtStart = new() { Explicit = ExplicitChoice.Start, Text = LabelTexts.Chinese };

    [Fact]
    public async Task Label_MetadataOnly_AddsThePlatformAndKeepsTheProducerAndTheOriginal()
    {
        await using var approved = await ApprovedCase.StartAsync(azurite, "metadata.mp4", Videos.Talking, MetadataOnly);

        Assert.Null(await approved.LabelAsync());
        Assert.Equal(CaseState.Published, await approved.PublishAsync());

        var closed = await approved.CaseAsync();
        Assert.Equal(new BlobLocation(Containers.Published, "metadata.mp4"), closed.Location);
        var report = await approved.ReportAsync(closed.Location!);
        var label = Assert.Single(report.Findings, finding => finding.Kind is FindingKind.AigcLabel).Details;
        Assert.Equal(("1", "001191110108335469089C10100", "test"), (label["Label"], label["ContentProducer"], label["ProduceID"]));
        Assert.Equal((ApprovedCase.Platform, closed.CaseId), (label["ContentPropagator"], label["PropagateID"]));
        Assert.Equal(Videos.Talking.ToArray(), await approved.EvidenceAsync("original/metadata.mp4"));
        Assert.Null(await approved.ReadAsync(new(Containers.Quarantine, "metadata.mp4")));
        Assert.Null(await approved.EvidenceAsync(EvidenceFiles.Labelled));
    }

    [Fact]
    public async Task Label_AtStart_PublishesACopyThatConformsAndSaysSo()
    {
        await using var approved = await ApprovedCase.StartAsync(azurite, "片段.mp4", Videos.Talking, AtStart);

        Assert.Null(await approved.LabelAsync());
        await approved.PublishAsync();

        var closed = await approved.CaseAsync();
        Assert.Equal(ExplicitLabelCompliance.Present, closed.Labelling!.ExplicitLabel!.Compliance);
        Assert.Equal("1", closed.Labelling.Label!["Label"]);
        var labelled = Assert.Single(await approved.AuditAsync(), entry => entry.Type == "labelled");
        Assert.Equal(("start", "AI生成", $"evidence/{closed.CaseId}/original/片段.mp4"),
            (labelled.Data["explicit"], labelled.Data["text"], labelled.Data["original"]));
        Assert.Equal(AiOrigin.Confirmed, (await approved.ReportAsync(closed.Location!)).Origin);
    }

    [Fact]
    public async Task Label_OtherContainer_IsPublishedAsMp4AndOnlySuspected()
    {
        await using var approved =
            await ApprovedCase.StartAsync(azurite, "stream.ts", Videos.TransportStream,
                AtStart with { Text = LabelTexts.English, Explicit = ExplicitChoice.Throughout });

        Assert.Null(await approved.LabelAsync());
        await approved.PublishAsync();

        var closed = await approved.CaseAsync();
        Assert.Equal(new BlobLocation(Containers.Published, "stream.mp4"), closed.Location);
        Assert.Equal(("3", ApprovedCase.Platform), (closed.Labelling!.Label!["Label"], closed.Labelling.Label["ContentProducer"]));
    }

    [Fact]
    public async Task Label_OriginalWithContentCredentials_KeepsThemBesideTheCopy()
    {
        var (video, store) = ApprovedCase.WithCredentials(Videos.Talking);
        await using var approved = await ApprovedCase.StartAsync(azurite, "signed.mp4", video, AtStart);
        Assert.True((await approved.OptionsAsync(await approved.CaseAsync())).Credentials);

        Assert.Null(await approved.LabelAsync());
        await approved.PublishAsync();

        var kept = new BlobLocation(Containers.Published, "signed.mp4.c2pa");
        Assert.Equal(store, await approved.ReadAsync(kept));
        Assert.Equal(kept, (await approved.CaseAsync()).Labelling!.Credentials);
        Assert.Equal(
            "published/signed.mp4.c2pa", Assert.Single(await approved.AuditAsync(), entry => entry.Type == "labelled").Data["credentials"]);
    }

    [Fact]
    public async Task Label_ContainerWithoutAPlaceForIt_IsForeseenAndPublishesNothing()
    {
        await using var approved = await ApprovedCase.StartAsync(azurite, "refused.ts", Videos.TransportStream, MetadataOnly);

        var options = await approved.OptionsAsync(await approved.CaseAsync());
        var problem = await approved.LabelAsync();

        Assert.Equal([ExplicitChoice.Start, ExplicitChoice.Throughout], options.Explicit);
        Assert.Equal("unsupportedContainer", Assert.Single(options.Refused).Code);
        Assert.Equal("unsupportedContainer", problem!.Code);
        await Assert.ThrowsAsync<InvalidOperationException>(approved.PublishAsync);
    }

    [Fact]
    public async Task Label_EncoderAtItsLimit_GoesBackToItsModerators()
    {
        await using var approved =
            await ApprovedCase.StartAsync(azurite, "limit.mp4", Videos.Noisy, AtStart, ("OutputLimit", "1048576"), ("RateFactor", "10"));

        var problem = await approved.LabelAsync();
        await approved.ReturnAsync(problem!);
        await approved.ReturnAsync(problem!);

        var open = await approved.CaseAsync();
        Assert.Equal(
            (CaseState.Quarantined, ReviewState.Open, "burn.limit"), (open.State, open.Review!.State, open.Labelling!.Problem!.Code));
        Assert.Equal(RoundEnding.LabellingFailed, Assert.Single(open.Review.Past).Ending);
        Assert.True(await approved.IsInQueueAsync());
        Assert.Equal("burn.limit", Assert.Single(await approved.AuditAsync(), entry => entry.Type == "labelling-failed").Data["code"]);
        Assert.NotNull(await approved.ReadAsync(open.Location!));
        Assert.Null(await approved.ReadAsync(new(Containers.Published, "limit.mp4")));
    }

    [Fact]
    public async Task Label_Twice_MakesOneCopy()
    {
        await using var approved = await ApprovedCase.StartAsync(azurite, "labelled-twice.mp4", Videos.Talking, MetadataOnly);
        var place = approved.Storage.Blob(new(Containers.Evidence, $"{approved.Id}/{EvidenceFiles.Labelled}"));

        Assert.Null(await approved.LabelAsync());
        var first = (await place.GetPropertiesAsync()).Value.ETag;
        await approved.LabelAsync();

        Assert.Equal(first, (await place.GetPropertiesAsync()).Value.ETag);
    }

    [Theory]
    [InlineData("before the copy was known to be in order")]
    [InlineData("before the case was closed")]
    [InlineData("before anything was removed")]
    public async Task Publish_CutOff_EndsInTheSameState(string when)
    {
        var name = $"{when[^7..]}.mp4";
        await using var approved = await ApprovedCase.StartAsync(azurite, name, Videos.Talking, MetadataOnly);
        await approved.LabelAsync();
        var evidence = new BlobLocation(Containers.Evidence, $"{approved.Id}/{EvidenceFiles.Labelled}");
        var (copy, original, decided) =
            (await approved.ReadAsync(evidence), await approved.EvidenceAsync($"original/{name}"), await approved.CaseAsync());
        switch (when)
        {
            case "before the copy was known to be in order":
                await approved.Storage.Blob(new(Containers.Evidence, $"{approved.Id}/{EvidenceFiles.Labelling}")).DeleteAsync();
                Assert.Null(await approved.LabelAsync());
                break;
            case "before the case was closed":
                await approved.PublishAsync();
                await approved.RewindAsync(decided);
                break;
            default:
                await approved.PublishAsync();
                await approved.RewindAsync(decided);
                await approved.Storage.Blob(evidence).UploadAsync(new BinaryData(copy!));
                await approved.Storage.Blob(decided.Location!).UploadAsync(new BinaryData(original!));
                break;
        }

        Assert.Equal(CaseState.Published, await approved.PublishAsync());
        Assert.Equal(CaseState.Published, await approved.PublishAsync());

        var closed = await approved.CaseAsync();
        Assert.Equal(new BlobLocation(Containers.Published, name), closed.Location);
        Assert.Equal(copy, await approved.ReadAsync(closed.Location!));
        Assert.Null(await approved.ReadAsync(evidence));
        Assert.Null(await approved.ReadAsync(decided.Location!));
        var entries = await approved.AuditAsync();
        Assert.Single(entries, entry => entry.Type == "labelled");
        Assert.Single(entries, entry => entry.Type == "published");
    }

    [Fact]
    public async Task Return_DecisionNoLongerStands_BringsTheOriginalBackAndTakesTheCopyAway()
    {
        var (video, _) = ApprovedCase.WithCredentials(Videos.Talking);
        await using var approved = await ApprovedCase.StartAsync(azurite, "appealed.mov", video, AtStart);
        await approved.LabelAsync();
        await approved.PublishAsync();
        var published = (await approved.CaseAsync()).Location!;

        await approved.OverturnAsync();

        var returned = await approved.CaseAsync();
        Assert.Equal((CaseState.Quarantined, new BlobLocation(Containers.Quarantine, "appealed.mov"), null),
            (returned.State, returned.Location, returned.Labelling));
        Assert.Equal(video.ToArray(), await approved.ReadAsync(returned.Location!));
        Assert.Null(await approved.ReadAsync(published));
        Assert.Null(await approved.ReadAsync(published with { Name = $"{published.Name}.c2pa" }));
    }

    [Fact]
    public async Task Publish_NameOfItsCredentialsIsTaken_UsesAFolderOfItsOwn()
    {
        // Arrange
        var (video, _) = ApprovedCase.WithCredentials(Videos.Talking);
        await using var approved = await ApprovedCase.StartAsync(azurite, "labelled-taken.mp4", video, MetadataOnly);
        var others = new BlobLocation(Containers.Published, "labelled-taken.mp4.c2pa");
        await approved.Storage.Blob(others).UploadAsync(BinaryData.FromString("another case's video"));
        await approved.LabelAsync();

        // Act
        await approved.PublishAsync();

        // Assert
        Assert.Equal(new BlobLocation(Containers.Published, $"{approved.Id}/labelled-taken.mp4"), (await approved.CaseAsync()).Location);
        Assert.Equal("another case's video", Encoding.UTF8.GetString((await approved.ReadAsync(others))!));
    }
}
