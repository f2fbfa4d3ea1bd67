using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace VideoGate.Tests.Access;

/// <summary>An OpenID Connect issuer on the loopback interface, whose keys the tests own.</summary>
internal sealed class TestAuthority : IAsyncDisposable
{
    public const string Audience = "api://videogate";

    private readonly WebApplication _app;
    private readonly RsaSecurityKey _key = NewKey("current");

    private TestAuthority(WebApplication app) => _app = app;

    public Uri Address { get; private set; } = null!;

    /// <summary>A key that is not the issuer's, under the key id of the issuer's.</summary>
    public static RsaSecurityKey ForeignKey { get; } = NewKey("current");

    public static async Task<TestAuthority> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        var authority = new TestAuthority(builder.Build());
        authority._app.Urls.Add("http://127.0.0.1:0");
        authority._app.MapGet("/.well-known/openid-configuration", () => Results.Text(authority.Configuration(), "application/json"));
        authority._app.MapGet("/keys", () => Results.Text(authority.Keys(), "application/json"));
        await authority._app.StartAsync();
        authority.Address = new Uri(authority._app.Urls.Single());
        return authority;
    }

    public string Token(string subject, params string[] roles) => Sign(Claims(subject, roles));

    /// <summary>Claims of a valid token; a test invalidates one of them.</summary>
    public SecurityTokenDescriptor Claims(string subject, params string[] roles) => new()
    {
        Issuer = Address.ToString(),
        Audience = Audience,
        NotBefore = DateTime.UtcNow.AddMinutes(-5),
        Expires = DateTime.UtcNow.AddHours(1),
        IssuedAt = DateTime.UtcNow.AddMinutes(-5),
        Claims = new Dictionary<string, object> { ["sub"] = subject, ["roles"] = roles },
        SigningCredentials = new SigningCredentials(_key, SecurityAlgorithms.RsaSha256),
    };

    public static string Sign(SecurityTokenDescriptor claims) => new JsonWebTokenHandler().CreateToken(claims);

    /// <summary>The issuer's public key as the secret of an HMAC: an algorithm confusion attack.</summary>
    public SecurityKey PublicKeyAsSecret() => new SymmetricSecurityKey(_key.Rsa.ExportSubjectPublicKeyInfo()) { KeyId = _key.KeyId };

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static RsaSecurityKey NewKey(string id) => new(RSA.Create(2048)) { KeyId = id };

    private string Configuration() => $$"""{"issuer":"{{Address}}","jwks_uri":"{{Address}}keys"}""";

    private string Keys()
    {
        var key = _key.Rsa.ExportParameters(includePrivateParameters: false);
        return $$"""{"keys":[{"kty":"RSA","use":"sig","kid":"{{_key.KeyId}}","n":"{{Base64UrlEncoder.Encode(key.Modulus)}}","e":"{{Base64UrlEncoder.Encode(key.Exponent)}}"}]}""";
    }
}
