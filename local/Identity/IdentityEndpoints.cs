using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace VideoGate.Local.Identity;

/// <summary>An OpenID Connect issuer that signs any requested token. It serves only this machine, for development.</summary>
public sealed partial class IdentityEndpoints(
    ECDsaSecurityKey key, IConfiguration settings, TimeProvider time, ILogger<IdentityEndpoints> logger)
{
    private const string Path = "/local/identity";
    private const int LongestLife = 24 * 60 * 60;

    private readonly JsonWebTokenHandler _tokens = new() { SetDefaultTimesOnTokenCreation = false };

    internal string Audience { get; } = settings["Identity:Audience"] ?? "api://videogate";

    public void Map(IEndpointRouteBuilder routes)
    {
        LogDevelopmentOnly(Path);
        routes.MapGet($"{Path}/.well-known/openid-configuration", Configuration);
        routes.MapGet($"{Path}/jwks", Keys);
        routes.MapGet($"{Path}/token", Token);
        new AuthorizationEndpoints(this, time).Map(routes, Path);
    }

    internal static string Issuer(HttpRequest request) => $"http://127.0.0.1:{request.HttpContext.Connection.LocalPort}{Path}";

    /// <param name="expires">Seconds from now; negative for an expired token.</param>
    internal string CreateToken(string issuer, string audience, string subject, string[] roles, int expires, string? nonce = null)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var issued = expires > 0 ? now : now.AddSeconds(expires - 1);
        var claims = new Dictionary<string, object> { ["sub"] = subject, ["roles"] = roles, ["jti"] = Guid.NewGuid().ToString("N") };
        if (nonce is not null)
        {
            claims["nonce"] = nonce;
        }

        return _tokens.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            IssuedAt = issued,
            NotBefore = issued,
            Expires = now.AddSeconds(expires),
            Claims = claims,
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.EcdsaSha256),
        });
    }

    private static Dictionary<string, object> Configuration(HttpRequest request)
    {
        request.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";
        return new()
        {
            ["issuer"] = Issuer(request),
            ["jwks_uri"] = $"{Issuer(request)}/jwks",
            ["authorization_endpoint"] = $"{Issuer(request)}/authorize",
            ["token_endpoint"] = $"{Issuer(request)}/token",
            ["response_types_supported"] = new[] { "code", "token" },
            ["grant_types_supported"] = new[] { "authorization_code", "refresh_token" },
            ["code_challenge_methods_supported"] = new[] { "S256" },
            ["subject_types_supported"] = new[] { "public" },
            ["id_token_signing_alg_values_supported"] = new[] { SecurityAlgorithms.EcdsaSha256 },
        };
    }

    private IResult Keys()
    {
        var point = key.ECDsa.ExportParameters(includePrivateParameters: false).Q;
        var (x, y) = (Base64UrlEncoder.Encode(point.X), Base64UrlEncoder.Encode(point.Y));
        return Results.Json(
            new
            {
                keys = new[] { new { kty = "EC", crv = "P-256", use = "sig", alg = SecurityAlgorithms.EcdsaSha256, kid = key.KeyId, x,
                y } }
            });
    }

    /// <summary><c>?sub=alice&amp;role=Moderator&amp;expires=3600</c>: seconds from now, negative for an expired token.</summary>
    private IResult Token(HttpRequest request)
    {
        if (request.Query["sub"].FirstOrDefault() is not { Length: > 0 } subject)
        {
            return Results.BadRequest("Name the subject: ?sub=alice&role=Moderator");
        }

        if (!int.TryParse(request.Query["expires"].FirstOrDefault("3600"), CultureInfo.InvariantCulture, out var expires)
            || Math.Abs(expires) > LongestLife)
        {
            return Results.BadRequest($"expires must be a number of seconds up to {LongestLife}.");
        }

        return Results.Text(CreateToken(Issuer(request), Audience, subject, [.. request.Query["role"].OfType<string>()], expires));
    }

    [LoggerMessage(2301, LogLevel.Warning,
        "DEVELOPMENT ONLY: {Path} signs tokens for anyone on this machine who asks. Azure never runs this.")]
    private partial void LogDevelopmentOnly(string path);
}
