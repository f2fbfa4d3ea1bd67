using AiLabels.Reports;
using Azure.Storage.Blobs.Models;
using VideoGate.Cases;
using VideoGate.Storage;
using VideoGate.Testing.App;
using VideoGate.Testing.App.Uploaders;

namespace VideoGate.Tests.EndToEnd;

/// <summary>An upload through the running app.</summary>
[Trait("Needs", "services")]
public sealed class WorkflowTests(GateFixture fixture) : IClassFixture<GateFixture>
{
    private readonly RunningGate _gate = fixture.Gate;

    [Fact]
    public async Task Upload_NothingSaysAi_IsPublished()
    {
        // Arrange
        var caseId = await _gate.UploadAsync("clean.mp4", Videos.Clean);

        // Act
        var published = await _gate.UntilDecidedAsync(caseId);

        // Assert
        Assert.Equal(CaseState.Published, published.State);
        Assert.Equal(AiOrigin.NotFound, published.Decision!.Origin);
        Assert.Equal(new BlobLocation(Containers.Published, "clean.mp4"), published.Location);
        Assert.Equal(Videos.Clean.ToArray(), await ContentAsync(published.Location!));
        Assert.DoesNotContain("clean.mp4", await _gate.ListAsync(Containers.Uploads));
    }

    [Fact]
    public async Task Upload_ImplicitLabelOnly_WaitsInQuarantine()
    {
        // Arrange
        var caseId = await _gate.UploadAsync("labelled.mp4", Videos.Labelled);

        // Act
        var quarantined = await _gate.UntilDecidedAsync(caseId);

        // Assert
        Assert.Equal(CaseState.Quarantined, quarantined.State);
        Assert.Equal(AiOrigin.Confirmed, quarantined.Decision!.Origin);
        Assert.Equal("Kling", quarantined.Labels!.Generator);
        Assert.NotEmpty(quarantined.Decision.Rules);
        Assert.Equal(ReviewState.Open, quarantined.Review!.State);
        Assert.Equal(Videos.Labelled.ToArray(), await ContentAsync(quarantined.Location!));
    }

    [Fact]
    public async Task Upload_DeclaredInItsMetadataOnly_IsPossiblyAi()
    {
        // Arrange
        var metadata = new Dictionary<string, string> { ["aideclaration"] = "generated" };
        var caseId = await _gate.UploadAsync("declared.mp4", Videos.Clean, metadata);

        // Act
        var quarantined = await _gate.UntilDecidedAsync(caseId);

        // Assert
        Assert.Equal(CaseState.Quarantined, quarantined.State);
        Assert.Equal(Declaration.Generated, quarantined.Submission.Declaration);
        Assert.Equal(AiOrigin.Possible, quarantined.Decision!.Origin);
        Assert.Equal("2", quarantined.Decision.NoticeLabel);
    }

    [Fact]
    public async Task Upload_VideoThatIsAPageToo_IsServedAsAVideoAndNothingElse()
    {
        var name = "polyglot.html";
        var blob = _gate.Storage.Blob(new(Containers.Uploads, name));
        BlobContentInfo stored = await blob.UploadAsync(Content.Polyglot.Bytes.ToStream(), new BlobUploadOptions
        {
            HttpHeaders = Content.Polyglot.Headers,
            Metadata = new Dictionary<string, string> { ["title"] = "A title" },
        });

        var published = await _gate.UntilDecidedAsync(CaseId.For(Containers.Uploads, name, stored.ETag.ToString()));

        BlobProperties served = await _gate.Storage.Blob(published.Location!).GetPropertiesAsync();
        Assert.Equal(
            (CaseState.Published, "video/mp4", "inline; filename=\"polyglot.html\"", "public, max-age=300", true),
            (published.State, served.ContentType, served.ContentDisposition, served.CacheControl,
                string.IsNullOrEmpty(served.ContentEncoding)));
        Assert.Equal(["caseid"], served.Metadata.Keys);
    }

    [Fact]
    public async Task Upload_HalfAFile_IsInconclusiveAndNeverPublished()
    {
        // Arrange
        var caseId = await _gate.UploadAsync("broken.mp4", Videos.Broken);

        // Act
        var quarantined = await _gate.UntilDecidedAsync(caseId);

        // Assert
        Assert.Equal(CaseState.Quarantined, quarantined.State);
        Assert.Equal(AiOrigin.Inconclusive, quarantined.Decision!.Origin);
    }

    [Fact]
    public async Task Upload_SameNameAfterTheFirstWasPublished_BothArePublished()
    {
        // Arrange
        var first = await _gate.UntilDecidedAsync(await _gate.UploadAsync("twice.mp4", Videos.Clean));

        // Act
        var second = await _gate.UntilDecidedAsync(await _gate.UploadAsync("twice.mp4", Videos.Clean));

        // Assert
        Assert.Equal(new BlobLocation(Containers.Published, "twice.mp4"), first.Location);
        Assert.Equal(new BlobLocation(Containers.Published, $"{second.CaseId}/twice.mp4"), second.Location);
        Assert.Equal(Videos.Clean.ToArray(), await ContentAsync(second.Location!));
    }

    [Theory]
    [InlineData("文件 名/AI 视频 \"quoted\" $(x);&.mp4")]
    [InlineData("100%25 ?#+é🎬.mp4")]
    public async Task Upload_AwkwardName_SurvivesUnchangedInItsContainer(string name)
    {
        // Arrange
        var caseId = await _gate.UploadAsync(name, Videos.Labelled);

        // Act
        var quarantined = await _gate.UntilDecidedAsync(caseId);

        // Assert
        Assert.Equal(new BlobLocation(Containers.Quarantine, name), quarantined.Location);
        Assert.Contains(name, await _gate.ListAsync(Containers.Quarantine));
    }

    private async Task<byte[]> ContentAsync(BlobLocation location) =>
        (await _gate.Storage.Blob(location).DownloadContentAsync()).Value.Content.ToArray();
}
