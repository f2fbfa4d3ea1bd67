using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Microsoft.AspNetCore.Http;
using VideoGate.Cases;
using VideoGate.Cases.Uploads;
using VideoGate.Publishing;
using VideoGate.Storage;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Moderation;

/// <summary>What uploaders can do to an upload before, while and after it is taken in.</summary>
[Collection<AzuriteTests>]
[Trait("Needs", "services")]
public sealed class OpenCaseTests(AzuriteFixture azurite)
{
    private const string Another = $"{IntakeParts.Video}, another";

    [Fact]
    public async Task Run_Upload_IsCopiedOutOfReachAndRemoved()
    {
        await using var intake = await IntakeParts.StartAsync(azurite);
        var upload = await intake.UploadAsync("open/plain.mp4", IntakeParts.Video);

        var opened = await intake.OpenAsync(upload);

        var stored = await intake.CaseAsync(upload);
        Assert.Equal((opened.Held, null), (stored.Held, stored.Refusal));
        Assert.Equal((Containers.Quarantine, (long)IntakeParts.Video.Length), (opened.Held!.Place.Container, opened.Held.Length));
        Assert.Equal(opened.Held.Place, stored.Location);
        Assert.NotNull(stored.ContentFingerprint);
        Assert.Equal(IntakeParts.Video, await intake.ReadAsync(opened.Held));
        Assert.False(await intake.ExistsAsync(upload));
    }

    [Fact]
    public async Task Run_UploadersHeadersMetadataAndTags_StayBehind()
    {
        await using var intake = await IntakeParts.StartAsync(azurite);
        var upload = await intake.UploadAsync("open/视频; \"x\".mp4", IntakeParts.Video, new()
        {
            HttpHeaders = new() { ContentType = "text/html", ContentEncoding = "gzip", ContentLanguage = "x", CacheControl = "immutable" },
            Metadata = new Dictionary<string, string> { ["CaseId"] = "forged", ["title"] = "A title" },
            Tags = new Dictionary<string, string> { ["approved"] = "true" },
        });

        var opened = await intake.OpenAsync(upload);

        BlobProperties copy = await intake.Storage.Blob(opened.Held!.Place).GetPropertiesAsync();
        Assert.Equal(
            ("video/mp4", "inline; filename=\"_____x_.mp4\"", "public, max-age=300"),
            (copy.ContentType, copy.ContentDisposition, copy.CacheControl));
        Assert.True(VideoHeaders.Match(copy, VideoHeaders.Of(AiLabels.Reports.ContainerFormat.IsoBmff, upload.Name)));
        Assert.Equal([KeyValuePair.Create(BlobCopier.CaseIdKey, IntakeParts.IdOf(upload))], copy.Metadata);
        Assert.Equal(0, copy.TagCount);
        Assert.Equal("A title", (await intake.CaseAsync(upload)).Submission.Title);
    }

    [Fact]
    public async Task Run_Again_FindsTheSameCopy()
    {
        await using var intake = await IntakeParts.StartAsync(azurite);
        var upload = await intake.UploadAsync("open/again.mp4", IntakeParts.Video);

        var first = await intake.OpenAsync(upload);
        var second = await intake.OpenAsync(upload);

        Assert.Equal(first.Held, second.Held);
    }

    [Fact]
    public async Task Run_TwoAtTheSameTime_AgreeOnOneVersion()
    {
        await using var intake = await IntakeParts.StartAsync(azurite);
        var upload = await intake.UploadAsync("open/both.mp4", IntakeParts.Video);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => intake.UntilOpenAsync(upload)));

        BlobProperties copy = await intake.Storage.Blob(outcomes[0].Held!.Place).GetPropertiesAsync();
        Assert.All(outcomes, outcome => Assert.Equal(copy.ETag.ToString(), outcome.Held!.ETag));
    }

    [Fact]
    public async Task Run_LeasedUploadWithSnapshots_IsTakenInAndRemoved()
    {
        // Arrange
        await using var intake = await IntakeParts.StartAsync(azurite);
        var upload = await intake.UploadAsync("open/leased.mp4", IntakeParts.Video);
        var blob = intake.Blob(upload);
        await blob.CreateSnapshotAsync();
        await blob.GetBlobLeaseClient().AcquireAsync(BlobLeaseClient.InfiniteLeaseDuration);

        // Act
        var opened = await intake.OpenAsync(upload);

        // Assert
        Assert.Equal(IntakeParts.Video, await intake.ReadAsync(opened.Held!));
        Assert.False(await intake.ExistsAsync(upload));
        Assert.Empty(await intake.ListAsync(upload.Name, BlobStates.Snapshots));
    }

    [Fact]
    public async Task Run_ChangedBefore_IsReplacedAndTheNewVersionIsLeftToItsOwnCase()
    {
        // Arrange
        await using var intake = await IntakeParts.StartAsync(azurite);
        var upload = await intake.UploadAsync("open/changed.mp4", IntakeParts.Video);
        await intake.Blob(upload).SetMetadataAsync(new Dictionary<string, string> { ["a"] = "b" });

        // Act
        var opened = await intake.OpenAsync(upload);

        // Assert
        Assert.Equal((null, UploadRefusal.Replaced), (opened.Held, (await intake.CaseAsync(upload)).Refusal));
        Assert.True(await intake.ExistsAsync(upload));
    }

    [Fact]
    public async Task Run_Archived_IsRefusedAndRemoved()
    {
        // Arrange
        await using var intake = await IntakeParts.StartAsync(azurite);
        var upload = await intake.UploadAsync("open/archived.mp4", IntakeParts.Video);
        await intake.Blob(upload).SetAccessTierAsync(AccessTier.Archive);

        // Act
        var opened = await intake.OpenAsync(upload);

        // Assert
        Assert.Equal((null, UploadRefusal.Archived), (opened.Held, (await intake.CaseAsync(upload)).Refusal));
        Assert.False(await intake.ExistsAsync(upload));
        Assert.Empty(await intake.ListAsync(upload.Name, BlobStates.None, Containers.Quarantine));
    }

    [Fact]
    public async Task Run_LargerThanTheLimit_IsRefused()
    {
        // Arrange
        await using var intake = await IntakeParts.StartAsync(azurite, new() { MaxUploadBytes = 4 });
        var upload = await intake.UploadAsync("open/large.mp4", IntakeParts.Video);

        // Act
        await intake.OpenAsync(upload);

        // Assert
        Assert.Equal(UploadRefusal.TooLarge, (await intake.CaseAsync(upload)).Refusal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("dear reader")]
    [InlineData("PK\u0003\u0004, then a film")]
    public async Task Run_CertainlyNoVideo_IsRefusedAndNothingIsKept(string content)
    {
        // Arrange
        await using var intake = await IntakeParts.StartAsync(azurite);
        var upload = await intake.UploadAsync($"open/{Guid.NewGuid():N}.mp4", content);

        // Act
        var opened = await intake.OpenAsync(upload);

        // Assert
        Assert.Equal((null, UploadRefusal.NotVideo), (opened.Held, (await intake.CaseAsync(upload)).Refusal));
        Assert.False(await intake.ExistsAsync(upload));
        Assert.Empty(await intake.ListAsync(upload.Name, BlobStates.None, Containers.Quarantine));
    }

    [Fact]
    public async Task Run_NoVideoAtAnAddress_LeavesTheAddressForAVideo()
    {
        // Arrange
        await using var intake = await IntakeParts.StartAsync(azurite);
        var ticket = await intake.TicketAsync("ada");
        await intake.OpenAsync(await intake.UploadAsync(ticket.BlobName, "dear reader"));

        // Act
        var video = await intake.UploadAsync(ticket.BlobName, IntakeParts.Video);
        await intake.OpenAsync(video);

        // Assert
        Assert.Equal((IntakeParts.IdOf(video), null), await intake.AnswerAsync(ticket));
    }

    [Theory]
    [InlineData(409, "BlobUsesCustomerSpecifiedEncryption", UploadRefusal.CustomerKey)]
    [InlineData(409, "BlobArchived", UploadRefusal.Archived)]
    public async Task Run_ServiceRefusesToRead_IsRefused(int status, string code, UploadRefusal expected)
    {
        // Arrange
        await using var proxy = await StorageProxy.StartAsync(azurite.ConnectionString);
        await using var intake = await IntakeParts.StartAsync(proxy.ConnectionString);
        var upload = await intake.UploadAsync($"open/{code}.mp4", IntakeParts.Video);
        proxy.Refuse = request => Reads(request, upload) ? (status, code) : null;

        // Act
        await intake.OpenAsync(upload);

        // Assert
        Assert.Equal(expected, (await intake.CaseAsync(upload)).Refusal);
        proxy.Refuse = _ => null;
        Assert.False(await intake.ExistsAsync(upload));
    }

    [Fact]
    public async Task Run_SourceThatCannotBeRemoved_IsTakenInAllTheSame()
    {
        // Arrange
        await using var proxy = await StorageProxy.StartAsync(azurite.ConnectionString);
        await using var intake = await IntakeParts.StartAsync(proxy.ConnectionString);
        var upload = await intake.UploadAsync("open/immutable.mp4", IntakeParts.Video);
        proxy.Refuse = request =>
            request.Method == HttpMethods.Delete && request.Path.Value!.Contains("/uploads/", StringComparison.Ordinal)
            ? (409, "BlobImmutableDueToPolicy")
            : null;

        // Act
        var opened = await intake.OpenAsync(upload);

        // Assert
        Assert.Equal(IntakeParts.Video, await intake.ReadAsync(opened.Held!));
        Assert.True(await intake.ExistsAsync(upload));
    }

    [Fact]
    public async Task Run_AppMayNotRead_IsNoRefusal()
    {
        await using var proxy = await StorageProxy.StartAsync(azurite.ConnectionString);
        await using var intake = await IntakeParts.StartAsync(proxy.ConnectionString);
        var upload = await intake.UploadAsync("open/forbidden.mp4", IntakeParts.Video);
        proxy.Refuse = request => Reads(request, upload) ? (403, "AuthorizationPermissionMismatch") : null;

        var failure = await Record.ExceptionAsync(() => intake.OpenAsync(upload));

        proxy.Refuse = _ => null;
        Assert.Equal(403, Assert.IsType<RequestFailedException>(failure).Status);
        Assert.True(await intake.ExistsAsync(upload));
    }

    [Fact]
    public async Task Run_SecondVideoAtTheSameAddress_HasNoEffect()
    {
        // Arrange
        await using var intake = await IntakeParts.StartAsync(azurite);
        var ticket = await intake.TicketAsync("alice");
        var first = await intake.UploadAsync(ticket.BlobName, IntakeParts.Video);
        var opened = await intake.OpenAsync(first);
        var second = await intake.UploadAsync(ticket.BlobName, Another);

        // Act
        var again = await intake.OpenAsync(second);

        // Assert
        Assert.Equal((null, UploadRefusal.AddressUsed), (again.Held, (await intake.CaseAsync(second)).Refusal));
        Assert.Equal(IntakeParts.Video, await intake.ReadAsync(opened.Held!));
        Assert.False(await intake.ExistsAsync(second));
        Assert.Equal((IntakeParts.IdOf(first), null), await intake.AnswerAsync(ticket));
    }

    [Fact]
    public async Task Run_OverwrittenBeforeItIsTakenIn_TheTicketLeadsToTheVersionThatIs()
    {
        await using var intake = await IntakeParts.StartAsync(azurite);
        var ticket = await intake.TicketAsync("alice");
        var first = await intake.UploadAsync(ticket.BlobName, IntakeParts.Video);
        var second = await intake.UploadAsync(ticket.BlobName, Another);

        await intake.OpenAsync(first);
        var refused = await intake.AnswerAsync(ticket);
        var opened = await intake.OpenAsync(second);

        Assert.Equal((IntakeParts.IdOf(first), UploadRefusal.Replaced), refused);
        Assert.Equal((IntakeParts.IdOf(second), null), await intake.AnswerAsync(ticket));
        Assert.Equal(Another, await intake.ReadAsync(opened.Held!));
    }

    [Fact]
    public async Task Run_NameOfTheGreatestLengthTaken_GetsAShortOne()
    {
        // Arrange
        await using var intake = await IntakeParts.StartAsync(azurite);
        var name = $"open/{Guid.NewGuid():N}{new string('x', 980)}";
        await intake.OpenAsync(await intake.UploadAsync(name, IntakeParts.Video));

        // Act
        var opened = await intake.OpenAsync(await intake.UploadAsync(name, Another));

        // Assert
        Assert.EndsWith("/video", opened.Held!.Place.Name, StringComparison.Ordinal);
        Assert.Equal(Another, await intake.ReadAsync(opened.Held));
    }

    private static bool Reads(HttpRequest request, UploadedVideo upload) =>
        request.Path.Value!.EndsWith($"/uploads/{upload.Name}", StringComparison.Ordinal) && request.Method is "HEAD" or "GET";
}
