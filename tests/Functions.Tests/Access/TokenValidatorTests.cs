using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using VideoGate.Access;

namespace VideoGate.Tests.Access;

public sealed class TokenValidatorTests : IAsyncLifetime
{
    private TestAuthority _authority = null!;
    private TokenValidator _validator = null!;

    public async ValueTask InitializeAsync()
    {
        _authority = await TestAuthority.StartAsync();
        _validator = Validator(_authority.Address);
    }

    public async ValueTask DisposeAsync()
    {
        _validator.Dispose();
        await _authority.DisposeAsync();
    }

    [Fact]
    public async Task Validate_GoodToken_NamesSubjectAndRoles()
    {
        var result = await ValidateAsync(_authority.Claims("alice", Roles.Moderator, Roles.Auditor));

        Assert.True(result.IsValid, result.Exception?.Message);
        Assert.Equal("alice", result.ClaimsIdentity.FindFirst(Caller.SubjectClaim)?.Value);
        Assert.Equal([Roles.Moderator, Roles.Auditor], result.ClaimsIdentity.FindAll(Caller.RolesClaim).Select(claim => claim.Value));
    }

    [Fact]
    public async Task Validate_Expired_IsRefused()
    {
        var claims = _authority.Claims("alice");
        (claims.IssuedAt, claims.NotBefore, claims.Expires) =
            (DateTime.UtcNow.AddHours(-2), DateTime.UtcNow.AddHours(-2), DateTime.UtcNow.AddMinutes(-2));

        Assert.IsType<SecurityTokenExpiredException>((await ValidateAsync(claims)).Exception);
    }

    [Fact]
    public async Task Validate_NotYetValid_IsRefused()
    {
        var claims = _authority.Claims("alice");
        claims.NotBefore = DateTime.UtcNow.AddMinutes(10);

        Assert.IsType<SecurityTokenNotYetValidException>((await ValidateAsync(claims)).Exception);
    }

    [Fact]
    public async Task Validate_WithoutExpiry_IsRefused()
    {
        var token = new Microsoft.IdentityModel.JsonWebTokens.JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }
            .CreateToken(new SecurityTokenDescriptor
            {
                Issuer = _authority.Address.ToString(),
                Audience = TestAuthority.Audience,
                Claims = new Dictionary<string, object> { ["sub"] = "alice" },
                SigningCredentials = _authority.Claims("alice").SigningCredentials,
            });

        Assert.IsType<SecurityTokenNoExpirationException>((await _validator.ValidateAsync(token, default)).Exception);
    }

    [Fact]
    public async Task Validate_OtherAudience_IsRefused()
    {
        var claims = _authority.Claims("alice");
        claims.Audience = "api://another";

        Assert.IsType<SecurityTokenInvalidAudienceException>((await ValidateAsync(claims)).Exception);
    }

    [Fact]
    public async Task Validate_OtherIssuer_IsRefused()
    {
        var claims = _authority.Claims("alice");
        claims.Issuer = "https://login.example.org/";

        Assert.IsType<SecurityTokenInvalidIssuerException>((await ValidateAsync(claims)).Exception);
    }

    [Fact]
    public async Task Validate_ForeignKey_IsRefused()
    {
        var claims = _authority.Claims("alice");
        claims.SigningCredentials = new(TestAuthority.ForeignKey, SecurityAlgorithms.RsaSha256);

        Assert.False((await ValidateAsync(claims)).IsValid);
    }

    [Fact]
    public async Task Validate_Unsigned_IsRefused()
    {
        var claims = _authority.Claims("alice");
        claims.SigningCredentials = null;

        Assert.IsType<SecurityTokenInvalidSignatureException>((await ValidateAsync(claims)).Exception);
    }

    [Fact]
    public async Task Validate_HmacWithThePublicKey_IsRefused()
    {
        var claims = _authority.Claims("alice");
        claims.SigningCredentials = new(_authority.PublicKeyAsSecret(), SecurityAlgorithms.HmacSha256);

        Assert.False((await ValidateAsync(claims)).IsValid);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("a.b.c")]
    public async Task Validate_NoToken_IsRefused(string token)
    {
        Assert.False((await _validator.ValidateAsync(token, default)).IsValid);
    }

    [Fact]
    public async Task Validate_AuthorityDoesNotAnswer_SaysSoInsteadOfJudging()
    {
        using var validator = Validator(new Uri("http://127.0.0.1:1/"));

        await Assert.ThrowsAsync<IdentityUnavailableException>(() => validator.ValidateAsync(_authority.Token("alice"), default));
    }

    [Fact]
    public async Task Validate_PlainHttpAuthorityWhereHttpsIsRequired_SaysSoInsteadOfJudging()
    {
        using var validator = Validator(_authority.Address, requireHttps: true);

        await Assert.ThrowsAsync<IdentityUnavailableException>(() => validator.ValidateAsync(_authority.Token("alice"), default));
    }

    private Task<TokenValidationResult> ValidateAsync(SecurityTokenDescriptor claims) =>
        _validator.ValidateAsync(TestAuthority.Sign(claims), default);

    private static TokenValidator Validator(Uri authority, bool requireHttps = false) => new(Options.Create(new IdentityOptions
    {
        Authority = authority,
        Audience = TestAuthority.Audience,
        RequireHttpsMetadata = requireHttps,
    }));
}
