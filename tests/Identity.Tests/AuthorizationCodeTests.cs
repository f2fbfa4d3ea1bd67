using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Web;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace VideoGate.Local.Identity.Tests;

/// <summary>The authorization code flow with PKCE, as a browser uses it.</summary>
public sealed class AuthorizationCodeTests : IAsyncLifetime
{
    private const string Verifier = "a-verifier-of-at-least-forty-three-characters-1234";
    private const string Redirect = "http://127.0.0.1:5000/console/?x=1";

    private readonly TempFolder _folder = new();
    private readonly HttpClient _browser = new(new HttpClientHandler { AllowAutoRedirect = false });
    private RunningIssuer _app = null!;

    public async ValueTask InitializeAsync() => _app = await RunningIssuer.StartAsync(_folder.Path);

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _browser.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Code_WithItsVerifier_BringsTokensOnce()
    {
        var code = await AuthorizeAsync();

        using var first = await ExchangeAsync(code, Verifier);
        using var second = await ExchangeAsync(code, Verifier);

        var tokens = await first.Content.ReadFromJsonAsync<JsonElement>();
        var access = new JsonWebToken(tokens.GetProperty("access_token").GetString());
        Assert.Equal("ann <b>", access.Subject);
        Assert.Equal(["Moderator", "Auditor"], access.Claims.Where(claim => claim.Type == "roles").Select(claim => claim.Value));
        Assert.Equal("n-1", new JsonWebToken(tokens.GetProperty("id_token").GetString()).GetClaim("nonce").Value);
        Assert.Equal(HttpStatusCode.BadRequest, second.StatusCode);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("another-verifier-of-at-least-forty-three-characters")]
    public async Task Code_WithoutItsVerifier_BringsNothing(string? verifier)
    {
        using var response = await ExchangeAsync(await AuthorizeAsync(), verifier);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task RefreshToken_Used_BringsTheNextOne()
    {
        using var first = await ExchangeAsync(await AuthorizeAsync(), Verifier);
        var refresh = (await first.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("refresh_token").GetString()!;

        using var renewed =
            await PostTokenAsync(new() { ["grant_type"] = "refresh_token", ["refresh_token"] = refresh, ["client_id"] = "console" });
        using var again =
            await PostTokenAsync(new() { ["grant_type"] = "refresh_token", ["refresh_token"] = refresh, ["client_id"] = "console" });

        Assert.Equal(HttpStatusCode.OK, renewed.StatusCode);
        Assert.NotEqual(refresh, (await renewed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("refresh_token").GetString());
        Assert.Equal(HttpStatusCode.BadRequest, again.StatusCode);
    }

    [Theory]
    [InlineData("redirect_uri", "https://evil.example/")]
    [InlineData("redirect_uri", "http://evil.example/")]
    [InlineData("code_challenge_method", "plain")]
    [InlineData("response_type", "token")]
    public async Task Authorize_AskedForAmiss_IsRefused(string parameter, string value)
    {
        using var response = await _browser.GetAsync(Authorize(parameter, value));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Authorize_Page_SaysThatItIsForDevelopmentAndEscapes()
    {
        using var response = await _browser.GetAsync(Authorize("state", "\"><script>alert(1)</script>"));
        var page = await response.Content.ReadAsStringAsync();

        Assert.Contains("Development only", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.Contains(
            "default-src 'none'", Assert.Single(response.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    private async Task<string> AuthorizeAsync()
    {
        var form = Parameters().Concat([new("sub", "ann <b>"), new("role", "Moderator"), new("role", "Auditor")]);
        using var response = await _browser.PostAsync(Address("authorize"), new FormUrlEncodedContent(form));
        Assert.Equal(HttpStatusCode.Found, response.StatusCode);
        var answer = HttpUtility.ParseQueryString(response.Headers.Location!.Query);
        Assert.Equal(("s-1", "1"), (answer["state"], answer["x"]));
        return answer["code"]!;
    }

    private Task<HttpResponseMessage> ExchangeAsync(string code, string? verifier)
    {
        var form = new Dictionary<string, string>
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["client_id"] = "console",
            ["redirect_uri"] = Redirect
        };
        if (verifier is not null)
        {
            form["code_verifier"] = verifier;
        }

        return PostTokenAsync(form);
    }

    private Task<HttpResponseMessage> PostTokenAsync(Dictionary<string, string> form) =>
        _browser.PostAsync(Address("token"), new FormUrlEncodedContent(form));

    private Uri Authorize(string parameter, string value)
    {
        var query = HttpUtility.ParseQueryString("");
        foreach (var (name, text) in Parameters())
        {
            query[name] = name == parameter ? value : text;
        }

        return new UriBuilder(Address("authorize")) { Query = query.ToString() }.Uri;
    }

    private static List<KeyValuePair<string, string>> Parameters() =>
    [
        new("response_type", "code"),
        new("client_id", "console"),
        new("redirect_uri", Redirect),
        new("state", "s-1"),
        new("nonce", "n-1"),
        new("code_challenge", Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)))),
        new("code_challenge_method", "S256"),
    ];

    private Uri Address(string endpoint) => new(_app.Http.BaseAddress!, $"local/identity/{endpoint}");
}
