using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Serverless.Azure.Tests.Host;

namespace Serverless.Azure.Tests;

[Collection(AzureAppTests.Name)]
public sealed class WorkerTests(AzureApp app)
{
    [Fact]
    public async Task Health_OnMicrosoftsWorker_SaysOk()
    {
        var response = await app.Http.SendAsync(HttpMethod.Get, "/api/health");

        var report = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("ok", report.GetProperty("status").GetString());
    }

    [Fact]
    public async Task Console_OnMicrosoftsWorker_IsServedUnderItsPolicy()
    {
        var response = await app.Http.SendAsync(HttpMethod.Get, "/console/");

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("default-src 'none'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/reviews", HttpStatusCode.Unauthorized)]
    [InlineData("/api/cases/abc", HttpStatusCode.Unauthorized)]
    [InlineData("/api/nothing/here", HttpStatusCode.NotFound)]
    public async Task Request_NotAdmitted_IsAProblem(string path, HttpStatusCode expected)
    {
        var response = await app.Http.SendAsync(HttpMethod.Get, path);

        Assert.Equal(expected, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }

    [Theory]
    [InlineData("Uploader", HttpStatusCode.Forbidden)]
    [InlineData("Moderator", HttpStatusCode.OK)]
    public async Task Queue_ByRole_IsAnsweredOrRefused(string role, HttpStatusCode expected)
    {
        var response = await app.Http.SendAsync(HttpMethod.Get, "/api/reviews", token: app.Host.Issuer.Token("somebody", role));

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task CreateUpload_BodyThatIsNoJson_IsAProblemThatSaysWhere()
    {
        using var body = new StringContent("{\"fileName\": ", null, "application/json");

        var response = await app.Http.SendAsync(HttpMethod.Post, "/api/uploads", body, app.Host.Issuer.Token("somebody", "Uploader"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
    }
}
