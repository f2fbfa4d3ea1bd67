using System.Text.Json;
using Microsoft.Playwright;
using VideoGate.Access;
using VideoGate.Testing.App;

namespace VideoGate.ReviewConsole.Tests;

/// <summary>Uploads from a page on another origin, as a browser allows them.</summary>
[Collection<ConsoleTests>]
[Trait("Needs", "browser")]
public sealed class OtherOriginTests(ConsoleFixture console)
{
    [Fact]
    public async Task Upload_FromAPageOfAnAllowedOrigin_ShowsProgressAndIsPublished()
    {
        // Arrange: an app that has started may answer 503 to the first upload while the machine is under load.
        await console.ShownAsync();
        await using var visitor = await console.OpenAsync(new BrowserNewContextOptions());
        await visitor.Page.GotoAsync(console.Site.Origin);

        // Act
        var sent = JsonDocument.Parse(await SendAsync(visitor)).RootElement;

        // Assert
        Assert.Equal(1, sent.GetProperty("progress").EnumerateArray().Last().GetDouble());
        Assert.StartsWith("/api/uploads/", sent.GetProperty("location").GetString(), StringComparison.Ordinal);
        Assert.Equal("published", sent.GetProperty("state").GetString());
    }

    [Fact]
    public async Task Upload_FromAPageOfAnotherOrigin_IsForbiddenByTheBrowser()
    {
        // Arrange
        await using var foreign = await OtherSite.StartAsync();
        await using var visitor = await console.OpenAsync(new BrowserNewContextOptions());
        await visitor.Page.GotoAsync(foreign.Origin);

        // Assert
        var failure = await Assert.ThrowsAsync<PlaywrightException>(() => SendAsync(visitor));
        Assert.Contains("Failed to fetch", failure.Message, StringComparison.Ordinal);
    }

    private async Task<string> SendAsync(Moderator visitor) => await visitor.Page.EvaluateAsync<string>(
        "([app, token, name, file]) => window.send(app, token, name, file)",
        new[]
        {
            console.Gate.App.Address.GetLeftPart(UriPartial.Authority), await console.TokenAsync("uploader-eve", Roles.Uploader),
            "from-elsewhere.mp4", Convert.ToBase64String(Videos.Clean.ToMemory().Span),
        });
}
