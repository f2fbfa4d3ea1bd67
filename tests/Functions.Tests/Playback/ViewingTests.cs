using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using AiLabels.Reports;
using Azure.Storage.Blobs.Models;
using VideoGate.Access;
using VideoGate.Cases.Evidence;
using VideoGate.Storage;
using VideoGate.Tests.Api;

namespace VideoGate.Tests.Playback;

/// <summary>Content for moderators, and how a browser may handle it.</summary>
[Collection<ApiTests>]
[Trait("Needs", "services")]
public sealed class ViewingTests(ApiFixture api)
{
    private static readonly HttpClient Anonymous = new();

    [Fact]
    public async Task Playback_OfAVideoCalledHtml_PlaysByRangesAsWhatItIs()
    {
        var caseId = await VideoAsync("text/html", ContainerFormat.WebM);
        var playback = await PlaybackAsync(caseId);
        using var request = new HttpRequestMessage(HttpMethod.Get, playback.GetProperty("url").GetString());
        request.Headers.Range = new RangeHeaderValue(2, 4);

        using var response = await Anonymous.SendAsync(request);

        Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
        Assert.Equal("234", await response.Content.ReadAsStringAsync());
        Assert.Equal("video/webm", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("video/webm", playback.GetProperty("contentType").GetString());
        Assert.InRange(playback.GetProperty("expiresAt").GetDateTimeOffset() - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(8),
            TimeSpan.FromMinutes(11));
    }

    [Fact]
    public async Task Playback_Address_ReadsAndNothingElse()
    {
        var playback = await PlaybackAsync(await VideoAsync("video/mp4", ContainerFormat.IsoBmff));
        var address = new Uri(playback.GetProperty("url").GetString()!);
        using var overwrite = new HttpRequestMessage(HttpMethod.Put, address) { Content = new StringContent("another") };
        overwrite.Headers.Add("x-ms-blob-type", "BlockBlob");
        using var written = await Anonymous.SendAsync(overwrite);
        using var deleted = await Anonymous.DeleteAsync(address);
        using var elsewhere = await Anonymous.GetAsync(new UriBuilder(address) { Path = address.AbsolutePath + ".other" }.Uri);

        Assert.All([written, deleted, elsewhere], response => Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode));
    }

    [Theory]
    [InlineData("labels.json", "application/json", null)]
    [InlineData("frames/1.jpg", "image/jpeg", null)]
    [InlineData("page.html", "application/octet-stream", "attachment")]
    public async Task Evidence_StoredUnderAnyType_ComesAsOneThatNoBrowserRuns(string file, string contentType, string? disposition)
    {
        var caseId = (await api.QuarantineAsync()).Case.CaseId;
        await new EvidenceStore(api.Gate.Storage).WriteAsync(caseId, file, new BinaryData("{}"), "text/html");

        using var response = await api.SendAsync(new ApiRequest("GetEvidence", api.Token("bob", Roles.Auditor), caseId) { File = file });

        Assert.Equal(contentType, response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(disposition, response.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("default-src 'none'; sandbox", Assert.Single(response.Headers.GetValues("Content-Security-Policy")));
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("../other/labels.json")]
    [InlineData("..%2fother%2flabels.json")]
    [InlineData("%2e%2e/other/labels.json")]
    [InlineData("labels.json%5c..")]
    public async Task Evidence_OfAnotherPlace_IsNotThere(string file)
    {
        var caseId = (await api.QuarantineAsync()).Case.CaseId;
        await api.Gate.Storage.Blob(new(Containers.Evidence, "other/labels.json")).UploadAsync(new BinaryData("{}"), overwrite: true);

        using var response = await api.SendAsync(new ApiRequest("GetEvidence", api.Token("bob", Roles.Auditor), caseId) { File = file });

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    private async Task<string> VideoAsync(string claimedType, ContainerFormat format)
    {
        var quarantined = (await api.QuarantineAsync()).Case;
        var options = new BlobUploadOptions { HttpHeaders = new() { ContentType = claimedType } };
        await api.Gate.Storage.Blob(quarantined.Location!).UploadAsync(new BinaryData("0123456789"), options);
        var report = new LabelReport { Origin = AiOrigin.NotFound, Container = new() { Format = format } };
        await new EvidenceStore(api.Gate.Storage).WriteAsync(
            quarantined.CaseId, EvidenceFiles.Labels, report, LabelJson.Default.LabelReport);
        return quarantined.CaseId;
    }

    private async Task<JsonElement> PlaybackAsync(string caseId)
    {
        using var response = await api.SendAsync(new ApiRequest("GetPlayback", api.Token("bob", Roles.Moderator), caseId));
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }
}
