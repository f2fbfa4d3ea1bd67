using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using VideoGate.Local.Host.Tests.Support;

namespace VideoGate.Local.Host.Tests;

[Collection<SharesRunningHost>, Trait("Needs", "services")]
public sealed class HttpTests(RunningHost running)
{
    private readonly HostProcess _host = running.Host;

    [Theory]
    [InlineData("api/echo/somebody/7", "somebody", "7")]
    [InlineData("api/echo/some%20body", "some body", "")]
    public async Task Route_WithValues_ReachesTheFunction(string path, string name, string number)
    {
        // Act
        var echo = await _host.Http.GetFromJsonAsync<JsonElement>(path);

        // Assert
        Assert.Equal((name, number), (echo.GetProperty("name").GetString(), $"{echo.GetProperty("number")}"));
    }

    [Theory]
    [InlineData("api/unknown", HttpStatusCode.NotFound)]
    [InlineData("echo/without-prefix", HttpStatusCode.NotFound)]
    [InlineData("api/echo/somebody/seven", HttpStatusCode.NotFound)]
    [InlineData("api/fail", HttpStatusCode.InternalServerError)]
    [InlineData("api/locked", HttpStatusCode.Unauthorized)]
    [InlineData("api/locked?code=wrong", HttpStatusCode.Unauthorized)]
    [InlineData("api/for-admins", HttpStatusCode.Unauthorized)]
    public async Task Request_ThatNoFunctionAnswers_HasItsStatus(string path, HttpStatusCode expected)
    {
        // Act
        using var response = await _host.GetAsync(path);

        // Assert
        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Method_NotListed_IsNotAllowed()
    {
        // Act
        using var response = await _host.Http.DeleteAsync("api/echo/somebody");

        // Assert
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Theory]
    [InlineData("00")]
    [InlineData("01")]
    public async Task TraceParent_OfTheCaller_ReachesTheWorkerUnrecorded(string flags)
    {
        // Arrange
        const string trace = "0af7651916cd43dd8448eb211c80319c";
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/echo/somebody");
        request.Headers.Add("traceparent", $"00-{trace}-b7ad6b7169203331-{flags}");

        // Act
        using var response = await _host.Http.SendAsync(request);

        // Assert
        var echo = await response.Content.ReadFromJsonAsync<JsonElement>();
        string[] seen = [echo.GetProperty("header").GetString()!, echo.GetProperty("announced").GetString()!];
        Assert.All(seen, parent => Assert.Matches($"^00-{trace}-[0-9a-f]{{16}}-00$", parent));
        Assert.DoesNotContain("b7ad6b7169203331", seen[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Caller_ThatGoesAway_CancelsTheFunction()
    {
        // Arrange
        using var caller = new CancellationTokenSource();
        var request = _host.Http.GetAsync("api/work/sleep/60/left", caller.Token);
        await _host.MarkedAsync("left", "started");

        // Act
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);

        // Assert
        await _host.MarkedAsync("left", "cancelled");
    }
}
