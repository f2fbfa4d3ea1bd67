using System.Net;
using System.Net.Http.Headers;

namespace VideoGate.ReviewConsole.Tests;

/// <summary>How the console's files are served.</summary>
[Collection<ConsoleTests>]
[Trait("Needs", "browser")]
public sealed class SiteTests(ConsoleFixture console)
{
    [Theory]
    [InlineData("/console", "text/html")]
    [InlineData("/console/", "text/html")]
    [InlineData("/console/app.js", "text/javascript")]
    [InlineData("/console/styles/base.css", "text/css")]
    [InlineData("/console/i18n/zh-Hans.json", "application/json")]
    [InlineData("/console/config.json", "application/json")]
    public async Task File_OfTheConsole_ComesWithItsTypeAndAStrictPolicy(string path, string contentType)
    {
        using var response = await GetAsync(path);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(contentType, response.Content.Headers.ContentType!.MediaType);
        var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("require-trusted-types-for 'script'", policy, StringComparison.Ordinal);
        Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
    }

    [Theory]
    [InlineData("/console/ConsoleSite.cs")]
    [InlineData("/console/../Functions.dll")]
    [InlineData("/console/..%2f..%2f..%2fhost.json")]
    [InlineData("/console/%2e%2e/host.json")]
    public async Task File_ThatIsNoneOfTheConsole_IsNotServed(string path)
    {
        using var response = await GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public async Task File_ThatHasNotChanged_IsNotSentAgain()
    {
        using var first = await GetAsync("/console/app.js");
        using var again = await GetAsync("/console/app.js", first.Headers.ETag);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Empty(await again.Content.ReadAsByteArrayAsync());
    }

    private async Task<HttpResponseMessage> GetAsync(string path, EntityTagHeaderValue? known = null)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(console.Gate.App.Address, path));
        if (known is not null)
        {
            request.Headers.IfNoneMatch.Add(known);
        }

        return await http.SendAsync(request);
    }
}
