using System.Net;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace VideoGate.Local.Identity.Tests;

public sealed class DevelopmentTokenTests : IAsyncLifetime
{
    private readonly TempFolder _folder = new();
    private RunningIssuer _app = null!;

    public async ValueTask InitializeAsync() => _app = await StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Token_WithRoles_IsValidByThePublishedKey()
    {
        // Arrange
        var token = await TokenAsync("sub=alice&role=Moderator&role=Auditor");

        // Act
        var result = await ValidateAsync(token);

        // Assert
        Assert.True(result.IsValid, result.Exception?.Message);
        Assert.Equal("alice", result.Claims["sub"]);
        Assert.Equal(["Moderator", "Auditor"], ((IEnumerable<object>)result.Claims["roles"]).Cast<string>());
    }

    [Fact]
    public async Task Token_OfAnExpiryInThePast_IsExpired()
    {
        var result = await ValidateAsync(await TokenAsync("sub=alice&expires=-60"));

        Assert.IsType<SecurityTokenExpiredException>(result.Exception);
    }

    [Fact]
    public async Task Token_FromBeforeARestart_IsStillValid()
    {
        // Arrange
        var token = await TokenAsync("sub=alice");
        await _app.DisposeAsync();
        _app = await StartAsync();

        // Act
        var keys = new JsonWebKeySet(await _app.Http.GetStringAsync(new Uri("/local/identity/jwks", UriKind.Relative)));

        // Assert
        Assert.Equal(new JsonWebToken(token).Kid, keys.Keys.Single().Kid);
        Assert.Null(keys.Keys.Single().D);
    }

    [Theory]
    [InlineData("")]
    [InlineData("sub=alice&expires=soon")]
    [InlineData("sub=alice&expires=100000000")]
    public async Task Token_AskedForAmiss_IsRefused(string query)
    {
        using var response = await _app.Http.GetAsync(new Uri($"/local/identity/token?{query}", UriKind.Relative));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Token_AskedForUnderAForeignName_IsNotFound()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/local/identity/token?sub=alice");
        request.Headers.Host = "rebound.example";
        using var response = await _app.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Fact]
    public void Issuer_AtStart_SaysThatItIsForDevelopment() =>
        Assert.Contains(_app.Log.GetSnapshot(), entry => entry.Message.StartsWith("DEVELOPMENT ONLY", StringComparison.Ordinal));

    private Task<RunningIssuer> StartAsync() =>
        RunningIssuer.StartAsync(_folder.Path);

    private Task<string> TokenAsync(string query) => _app.Http.GetStringAsync(new Uri($"/local/identity/token?{query}", UriKind.Relative));

    private async Task<TokenValidationResult> ValidateAsync(string token)
    {
        var issuer = $"{_app.Http.BaseAddress}local/identity";
        Assert.Contains($"\"issuer\":\"{issuer}\"", await _app.Http.GetStringAsync(new Uri($"{issuer}/.well-known/openid-configuration")),
            StringComparison.Ordinal);
        var keys = new JsonWebKeySet(await _app.Http.GetStringAsync(new Uri($"{issuer}/jwks")));
        return await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = issuer,
            ValidAudience = "api://tests",
            IssuerSigningKeys = keys.GetSigningKeys(),
            ClockSkew = TimeSpan.Zero,
        });
    }
}
