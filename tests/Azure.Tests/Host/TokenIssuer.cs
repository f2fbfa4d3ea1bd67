using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Serverless.Azure.Tests.Host;

/// <summary>An OpenID Connect authority with one key.</summary>
internal sealed class TokenIssuer : IDisposable
{
    public const string Audience = "api://serverless";

    private readonly RSA _rsa = RSA.Create(2048);
    private readonly RsaSecurityKey _key;

    public TokenIssuer(Uri host) => (Authority, _key) = (new Uri(host, "identity"), new RsaSecurityKey(_rsa) { KeyId = "1" });

    public Uri Authority { get; }

    public void Map(IEndpointRouteBuilder routes)
    {
        var key = JsonWebKeyConverter.ConvertFromRSASecurityKey(new RsaSecurityKey(_rsa.ExportParameters(includePrivateParameters: false)) { KeyId = "1" });
        routes.MapGet("identity/.well-known/openid-configuration", () => Results.Json(new { issuer = Authority, jwks_uri = $"{Authority}/keys" }));
        routes.MapGet("identity/keys", () => Results.Json(new { keys = new[] { new { key.Kty, key.Kid, key.N, key.E, use = "sig", alg = "RS256" } } }));
    }

    public string Token(string subject, params string[] roles) => new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
    {
        Issuer = Authority.ToString(),
        Audience = Audience,
        Expires = DateTime.UtcNow.AddHours(1),
        Claims = new Dictionary<string, object> { ["sub"] = subject, ["oid"] = subject, ["roles"] = roles },
        SigningCredentials = new(_key, SecurityAlgorithms.RsaSha256),
    });

    public void Dispose() => _rsa.Dispose();
}
