using Azure;
using Azure.Storage.Blobs.Models;
using VideoGate.Cases;
using VideoGate.Publishing;
using VideoGate.Storage;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Publishing;

[Collection<AzuriteTests>]
[Trait("Needs", "services")]
public sealed class BlobMoverTests(AzuriteFixture azurite)
{
    private static readonly BinaryData Video = BinaryData.FromString("video");

    [Fact]
    public async Task Move_Upload_StandsUnderTheSameNameAndNowhereElse()
    {
        // Arrange
        var (storage, mover) = await StartAsync();
        var moderated = await UploadAsync(storage, "moved.mp4", Video);

        // Act
        var place = await mover.MoveAsync(moderated, Containers.Published, default);

        // Assert
        Assert.Equal(new BlobLocation(Containers.Published, "moved.mp4"), place);
        Assert.Equal("video", (await storage.Blob(place!).DownloadContentAsync()).Value.Content.ToString());
        Assert.False(await storage.Blob(moderated.Location!).ExistsAsync());
    }

    [Fact]
    public async Task Move_Twice_FindsWhatTheFirstMoveDid()
    {
        // Arrange
        var (storage, mover) = await StartAsync();
        var moderated = await UploadAsync(storage, "again.mp4", Video);
        var first = await mover.MoveAsync(moderated, Containers.Published, default);

        // Act
        var second = await mover.MoveAsync(moderated, Containers.Published, default);

        // Assert
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task Move_CutOffBetweenCopyAndDelete_IsFinished()
    {
        // Arrange
        var (storage, mover) = await StartAsync();
        var moderated = await UploadAsync(storage, "half.mp4", Video);
        await mover.MoveAsync(moderated, Containers.Published, default);
        var reuploaded = await UploadAsync(storage, "half.mp4", Video, moderated.CaseId);

        // Act
        var place = await mover.MoveAsync(reuploaded, Containers.Published, default);

        // Assert
        Assert.Equal(new BlobLocation(Containers.Published, "half.mp4"), place);
        Assert.False(await storage.Blob(moderated.Location!).ExistsAsync());
    }

    [Fact]
    public async Task Move_NameTakenByAnotherCase_KeepsBoth()
    {
        // Arrange
        var (storage, mover) = await StartAsync();
        await mover.MoveAsync(await UploadAsync(storage, "taken.mp4", BinaryData.FromString("first")), Containers.Published, default);
        var moderated = await UploadAsync(storage, "taken.mp4", BinaryData.FromString("second"));

        // Act
        var place = await mover.MoveAsync(moderated, Containers.Published, default);

        // Assert
        Assert.Equal(new BlobLocation(Containers.Published, $"{moderated.CaseId}/taken.mp4"), place);
        var untouched = storage.Blob(new BlobLocation(Containers.Published, "taken.mp4"));
        Assert.Equal("first", (await untouched.DownloadContentAsync()).Value.Content.ToString());
    }

    [Fact]
    public async Task Move_OnwardsFromAFolderOfItsOwn_GetsItsNameBack()
    {
        // Arrange
        var (storage, mover) = await StartAsync();
        await mover.MoveAsync(await UploadAsync(storage, "onwards.mp4", Video), Containers.Quarantine, default);
        var moderated = await UploadAsync(storage, "onwards.mp4", Video);
        var aside = await mover.MoveAsync(moderated, Containers.Quarantine, default);

        // Act
        var place = await mover.MoveAsync(moderated with { Location = aside }, Containers.Published, default);

        // Assert
        Assert.Equal(new BlobLocation(Containers.Quarantine, $"{moderated.CaseId}/onwards.mp4"), aside);
        Assert.Equal(new BlobLocation(Containers.Published, "onwards.mp4"), place);
    }

    [Fact]
    public async Task Move_UploadReplacedMeanwhile_MovesNothing()
    {
        // Arrange
        var (storage, mover) = await StartAsync();
        var moderated = await UploadAsync(storage, "replaced.mp4", Video);
        await storage.Blob(moderated.Location!).UploadAsync(BinaryData.FromString("another"), overwrite: true);

        // Act
        var place = await mover.MoveAsync(moderated, Containers.Published, default);

        // Assert
        Assert.Null(place);
        Assert.True(await storage.Blob(moderated.Location!).ExistsAsync());
        Assert.False(await storage.Blob(new BlobLocation(Containers.Published, "replaced.mp4")).ExistsAsync());
    }

    [Fact]
    public async Task Move_ToAnotherAccount_ShowsASignature()
    {
        // Arrange
        var storage = await TestStorage.StartAsync(azurite.ConnectionString, azurite.OtherConnectionString);
        var mover = TestUploads.Mover(storage);
        var moderated = await UploadAsync(storage, "across 账户.mp4", Video);

        // Act
        var place = await mover.MoveAsync(moderated, Containers.Published, default);

        // Assert
        Assert.Equal("video", (await storage.Blob(place!).DownloadContentAsync()).Value.Content.ToString());
    }

    [Fact]
    public async Task Move_ContainerOfTheTargetMissing_FailsAndLeavesTheVideo()
    {
        var storage = await TestStorage.StartAsync(azurite.ConnectionString, azurite.OtherConnectionString);
        var mover = TestUploads.Mover(storage);
        var moderated = await UploadAsync(storage, "stays.mp4", Video);
        var published = storage.Container(Containers.Published);
        await published.DeleteAsync();

        var failure = await Record.ExceptionAsync(() => mover.MoveAsync(moderated, Containers.Published, default));

        await published.CreateAsync();
        Assert.Equal(BlobErrorCode.ContainerNotFound, Assert.IsType<RequestFailedException>(failure).ErrorCode);
        Assert.True(await storage.Blob(new(Containers.Quarantine, "stays.mp4")).ExistsAsync());
    }

    [Fact]
    public async Task Move_UploaderSetACaseIdOfAnotherSpelling_IsReplaced()
    {
        var (storage, mover) = await StartAsync();
        var moderated = await UploadAsync(storage, "spelt.mp4", Video);
        BlobInfo marked =
            await storage.Blob(moderated.Location!).SetMetadataAsync(new Dictionary<string, string> { ["CaseId"] = "forged" });
        var upload = moderated.Upload with { ETag = marked.ETag.ToString() };

        var place = await mover.MoveAsync(moderated with { Upload = upload }, Containers.Published, default);

        BlobProperties moved = await storage.Blob(place!).GetPropertiesAsync();
        Assert.Equal([moderated.CaseId],
            moved.Metadata.Where(static pair => pair.Key.Equals("caseid", StringComparison.OrdinalIgnoreCase))
                .Select(static pair => pair.Value));
    }

    private async Task<(BlobStorage Storage, BlobMover Mover)> StartAsync()
    {
        var storage = await TestStorage.StartAsync(azurite);
        return (storage, TestUploads.Mover(storage));
    }

    private static async Task<ModerationCase> UploadAsync(BlobStorage storage, string name, BinaryData content, string? caseId = null)
    {
        var location = new BlobLocation(Containers.Uploads, name);
        BlobContentInfo stored = await storage.Blob(location).UploadAsync(content, overwrite: true);
        return new ModerationCase
        {
            CaseId = caseId ?? CaseId.For(Containers.Uploads, name, stored.ETag.ToString()),
            State = CaseState.Inspecting,
            Upload = new UploadedVideo(name, stored.ETag.ToString(), content.ToMemory().Length, null, stored.LastModified),
            Submission = new Submission(),
            Policy = new PolicyVersion("test", "1", "hash"),
            Location = location,
            OpenedAt = stored.LastModified,
        };
    }
}
