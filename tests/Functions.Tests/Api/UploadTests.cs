using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using VideoGate.Access;
using VideoGate.Cases;
using VideoGate.Cases.Uploads;
using VideoGate.Storage;
using VideoGate.Testing.App;
using VideoGate.Tests.Support;

namespace VideoGate.Tests.Api;

/// <summary>Permissions of the address that <c>POST /uploads</c> returns.</summary>
[Collection<ApiTests>]
[Trait("Needs", "services")]
public sealed class UploadTests(ApiFixture api)
{
    [Fact]
    public async Task CreateUpload_Address_TakesTheVideoAndNothingElse()
    {
        // Arrange
        var grant = await GrantAsync("视频 #1?.mp4");
        var blob = new BlobClient(new Uri(grant.GetProperty("url").GetString()!));

        // Act
        await blob.UploadAsync(Videos.Clean);

        // Assert
        Assert.Equal(403, (await Assert.ThrowsAsync<RequestFailedException>(() => blob.DownloadContentAsync())).Status);
        Assert.Equal(403, (await Assert.ThrowsAsync<RequestFailedException>(() => blob.DeleteAsync())).Status);
    }

    [Fact]
    public async Task CreateUpload_Address_IsForOneBlobForAnHour()
    {
        var before = DateTimeOffset.UtcNow;

        var grant = await GrantAsync("../../published/a.mp4");

        var sas = new BlobUriBuilder(new Uri(grant.GetProperty("url").GetString()!)).Sas;
        Assert.Equal(("b", "w"), (sas.Resource, sas.Permissions));
        Assert.InRange(grant.GetProperty("expiresAt").GetDateTimeOffset(), before.AddMinutes(59), DateTimeOffset.UtcNow.AddMinutes(61));
        Assert.Equal($"{grant.GetProperty("uploadId").GetString()}/a.mp4", grant.GetProperty("blobName").GetString());
    }

    [Fact]
    public async Task CreateUpload_PlainPut_NeedsOnlyTheNamedHeaders()
    {
        var grant = await GrantAsync("a.mp4");
        using var put =
            new HttpRequestMessage(HttpMethod.Put, grant.GetProperty("url").GetString())
            {
                Content = new ByteArrayContent(Videos.Clean.ToArray()),
            };
        foreach (var header in grant.GetProperty("requiredHeaders").EnumerateObject())
        {
            put.Headers.Add(header.Name, header.Value.GetString());
        }

        using var http = new HttpClient();
        using var response = await http.SendAsync(put);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    [Fact]
    public async Task CreateUpload_Declaration_WaitsForTheVideo()
    {
        // Arrange
        var grant = await GrantAsync("a.mp4");

        // Act
        var ticket = await new UploadTicketStore(api.Gate.Storage).GetAsync(grant.GetProperty("uploadId").GetString());

        // Assert
        Assert.Equal(
            (Declaration.Generated, "alice", "标题"), (ticket!.Submission.Declaration, ticket.Submission.Uploader, ticket.Submission.Title));
    }

    [Fact]
    public async Task CreateUpload_VideoArrived_LeadsItsUploaderToTheCase()
    {
        var grant = await GrantAsync("视频 '1'.mp4");
        var blobName = grant.GetProperty("blobName").GetString()!;
        var uploaded = await new BlobClient(new Uri(grant.GetProperty("url").GetString()!)).UploadAsync(Videos.Clean);
        var caseId = CaseId.For(Containers.Uploads, blobName, uploaded.Value.ETag.ToString());

        var opened = await api.Gate.UntilDecidedAsync(caseId);

        using var response =
            await api.SendAsync(
                new ApiRequest("GetUpload", api.Token("alice", Roles.Uploader), grant.GetProperty("uploadId").GetString()!));
        Assert.Equal((blobName, "alice"), (opened.Upload.Name, opened.Submission.Uploader));
        Assert.Equal(caseId, (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("caseId").GetString());
    }

    [Fact]
    public async Task GetUpload_NothingArrived_IsAwaited()
    {
        // Arrange
        var grant = await GrantAsync("a.mp4");

        // Act
        var view = await ViewAsync(grant);

        // Assert
        Assert.Equal("awaited", view.GetProperty("state").GetString());
        Assert.False(view.TryGetProperty("caseId", out _));
    }

    [Fact]
    public async Task GetUpload_OverwrittenAfterItWasTakenIn_LeadsToTheFirst()
    {
        var grant = await GrantAsync("a.mp4");
        var (blob, name) = (new BlobClient(new Uri(grant.GetProperty("url").GetString()!)), grant.GetProperty("blobName").GetString()!);
        BlobContentInfo first = await blob.UploadAsync(Videos.Clean);
        await api.Gate.UntilDecidedAsync(CaseId.For(Containers.Uploads, name, first.ETag.ToString()));

        BlobContentInfo second = await blob.UploadAsync(Videos.Labelled, overwrite: true);
        var refused = await api.Gate.UntilDecidedAsync(CaseId.For(Containers.Uploads, name, second.ETag.ToString()));

        var view = await ViewAsync(grant);
        Assert.Equal((CaseState.Superseded, UploadRefusal.AddressUsed), (refused.State, refused.Refusal));
        Assert.Equal("takenIn", view.GetProperty("state").GetString());
        Assert.Equal(CaseId.For(Containers.Uploads, name, first.ETag.ToString()), view.GetProperty("caseId").GetString());
    }

    [Fact]
    public async Task GetUpload_Refused_SaysWhy()
    {
        // Arrange
        var grant = await GrantAsync("a.mp4");
        var uploadId = grant.GetProperty("uploadId").GetString()!;
        var refused = TestCases.Inspecting(grant.GetProperty("blobName").GetString()!);
        await new UploadTicketStore(api.Gate.Storage).ArrivedAsync(uploadId, refused.CaseId, UploadRefusal.Archived);

        // Act
        var view = await ViewAsync(grant);

        // Assert
        Assert.Equal(("refused", refused.CaseId), (view.GetProperty("state").GetString(), view.GetProperty("caseId").GetString()));
        Assert.Equal("archived", view.GetProperty("problem").GetProperty("code").GetString());
        Assert.NotEmpty(view.GetProperty("problem").GetProperty("message").GetString()!);
    }

    [Fact]
    public async Task CreateUpload_TooManyUnderWay_AnswersWhenToTryAgain()
    {
        var uploader = await api.BusyUploaderAsync();

        using var response = await api.SendAsync(new ApiRequest(
            "CreateUpload", api.Token(uploader, Roles.Uploader), Body: """{"fileName":"a.mp4","declaration":"notAi"}"""));

        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal(("/api/problems/too-many-uploads", "grants"),
            (problem.GetProperty("type").GetString(), problem.GetProperty("limit").GetString()));
        Assert.InRange(response.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromMinutes(25), TimeSpan.FromMinutes(30));
    }

    [Fact]
    public async Task GetUpload_Waiting_AnswersWithThePublishedVideoAndAnAddressThatPlaysIt()
    {
        // Arrange
        var grant = await GrantAsync("mine.mp4", "notAi");
        await new BlobClient(new Uri(grant.GetProperty("url").GetString()!)).UploadAsync(Videos.Clean);

        // Act
        var view = await ViewAsync(grant, "?wait=60");

        // Assert
        Assert.Equal("published", view.GetProperty("case").GetProperty("state").GetString());
        using var http = new HttpClient();
        using var played = await http.GetAsync(new Uri(view.GetProperty("playback").GetProperty("url").GetString()!));
        Assert.Equal("video/mp4", played.Content.Headers.ContentType!.MediaType);
        Assert.Equal(Videos.Clean.ToArray().Length, played.Content.Headers.ContentLength);
    }

    [Fact]
    public async Task GetUpload_TextInsteadOfAVideo_IsRefusedAndHasNoReview()
    {
        // Arrange
        var grant = await GrantAsync("a.mp4");
        await new BlobClient(new Uri(grant.GetProperty("url").GetString()!)).UploadAsync(BinaryData.FromString("dear reader"));

        // Act
        var view = await ViewAsync(grant, "?wait=60");

        // Assert
        Assert.Equal(("refused", "notVideo"),
            (view.GetProperty("state").GetString(), view.GetProperty("problem").GetProperty("code").GetString()));
        var refused = await api.Gate.UntilAsync(view.GetProperty("caseId").GetString()!, found => found.ClosedAt is not null);
        Assert.Equal((CaseState.Superseded, null), (refused.State, refused.Review));
    }

    [Fact]
    public async Task ListUploads_SeveralPages_AreTheCallersOwnNewestFirst()
    {
        // Arrange
        var uploader = $"lister-{Guid.NewGuid():N}";
        await api.AnnounceAsync("another");
        var announced = new List<string>();
        for (var count = 0; count < 5; count++)
        {
            announced.Add(await api.AnnounceAsync(uploader));
        }

        // Act
        var seen = new List<string>();
        string? link = "?pageSize=2";
        while (link is not null)
        {
            using var response = await api.SendAsync(new ApiRequest("ListUploads", api.Token(uploader, Roles.Uploader), Query: link));
            var page = await response.Content.ReadFromJsonAsync<JsonElement>();
            seen.AddRange(page.GetProperty("value").EnumerateArray().Select(upload => upload.GetProperty("uploadId").GetString()!));
            link = page.TryGetProperty("nextLink", out var next) ? next.GetString()!["/api/uploads".Length..] : null;
        }

        // Assert
        Assert.Equal(Enumerable.Reverse(announced), seen);
    }

    private async Task<JsonElement> ViewAsync(JsonElement grant, string query = "")
    {
        var uploadId = grant.GetProperty("uploadId").GetString()!;
        using var response = await api.SendAsync(new ApiRequest("GetUpload", api.Token("alice", Roles.Uploader), uploadId, Query: query));
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    private async Task<JsonElement> GrantAsync(string fileName, string declaration = "generated")
    {
        var body = JsonSerializer.Serialize(new { fileName, declaration, title = "标题" });
        using var response = await api.SendAsync(new ApiRequest("CreateUpload", api.Token("alice", Roles.Uploader), Body: body));
        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
