using System.Net;
using VideoGate.Testing.App;

namespace VideoGate.Tests.Access;

/// <summary>Pages on other origins, through the running app and its storage.</summary>
[Trait("Needs", "services")]
public sealed class CorsTests : IAsyncLifetime
{
    private const string Allowed = "https://www.platform.example";

    private readonly HttpClient _browser = new();
    private RunningGate _gate = null!;

    public async ValueTask InitializeAsync() =>
        _gate = await RunningGate.StartAsync(settings => settings["Cors__AllowedOrigins__0"] = Allowed);

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _gate.DisposeAsync();
    }

    [Fact]
    public async Task Requests_OfPagesOnOtherOrigins_AreOpenedToAllowedOnesAlone()
    {
        // Act
        using var preflight = await SendAsync(HttpMethod.Options, "/api/uploads", Allowed, "POST");
        using var foreign = await SendAsync(HttpMethod.Options, "/api/uploads", "https://evil.example", "POST");
        using var refused = await SendAsync(HttpMethod.Get, "/api/uploads", Allowed);
        using var own = await SendAsync(HttpMethod.Get, "/api/health/live", origin: null);

        // Assert
        Assert.Equal(HttpStatusCode.NoContent, preflight.StatusCode);
        Assert.Equal(Allowed, Header(preflight, "Access-Control-Allow-Origin"));
        Assert.Contains("Authorization", Header(preflight, "Access-Control-Allow-Headers"), StringComparison.Ordinal);
        Assert.Contains("POST", Header(preflight, "Access-Control-Allow-Methods"), StringComparison.Ordinal);
        Assert.Null(Header(foreign, "Access-Control-Allow-Origin"));
        Assert.Equal((HttpStatusCode.Unauthorized, Allowed), (refused.StatusCode, Header(refused, "Access-Control-Allow-Origin")));
        Assert.Null(Header(own, "Access-Control-Allow-Origin"));
        Assert.Equal("Origin", own.Headers.Vary.ToString());
        Assert.Null(Header(preflight, "Access-Control-Allow-Credentials"));
    }

    [Fact]
    public async Task Storage_OfUploads_TakesPutsOfAllowedOriginsAndOfTheConsoleAlone()
    {
        // Arrange
        var upload = new Uri(_gate.Storage.Container("uploads").Uri + "/a/b.mp4?sig=x").ToString();
        var console = _gate.App.Address.GetLeftPart(UriPartial.Authority);

        // Act
        var allowed = new List<bool>();
        foreach (var (origin, method) in new[] { (Allowed, "PUT"), (console, "PUT"), (Allowed, "GET"), ("https://evil.example", "PUT") })
        {
            using var preflight = await SendAsync(HttpMethod.Options, upload, origin, method, "content-type,x-ms-blob-type");
            allowed.Add(preflight.IsSuccessStatusCode && Header(preflight, "Access-Control-Allow-Origin") == origin);
        }

        // Assert
        Assert.Equal([true, true, false, false], allowed);
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpMethod method, string address, string? origin, string? asked = null, string? headers = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(_gate.App.Address, address));
        Add(request, "Origin", origin);
        Add(request, "Access-Control-Request-Method", asked);
        Add(request, "Access-Control-Request-Headers", headers);
        return await _browser.SendAsync(request);
    }

    private static void Add(HttpRequestMessage request, string name, string? value)
    {
        if (value is not null)
        {
            request.Headers.Add(name, value);
        }
    }

    private static string? Header(HttpResponseMessage response, string name) =>
        response.Headers.TryGetValues(name, out var values) ? values.Single() : null;
}
