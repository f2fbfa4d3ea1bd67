using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace VideoGate.Local.Identity;

/// <summary>An OpenID Connect issuer that signs whatever it is asked for. It serves this machine alone, for development.</summary>
public sealed partial class IdentityEndpoints(ECDsaSecurityKey key, IConfiguration settings, TimeProvider time, ILogger<IdentityEndpoints> logger)
{
    private const string Path = "/local/identity";
    private const int LongestLife = 24 * 60 * 60;

    private static readonly string[] Responses = ["code", "token"];
    private static readonly string[] GrantTypes = ["authorization_code", "refresh_token"];
    private static readonly string[] Challenges = ["S256"];
    private static readonly string[] Subjects = ["public"];
    private static readonly string[] Algorithms = [SecurityAlgorithms.EcdsaSha256];

    private readonly DevelopmentTokens _tokens = new(key, time);
    private readonly string _audience = settings["Identity:Audience"] ?? "api://serverless";

    public void Map(IEndpointRouteBuilder routes)
    {
        LogDevelopmentOnly(Path);
        routes.MapGet($"{Path}/.well-known/openid-configuration", Configuration);
        routes.MapGet($"{Path}/jwks", Keys);
        routes.MapGet($"{Path}/token", Token);
        new AuthorizationEndpoints(_tokens, new Grants(time), _audience).Map(routes, Path);
    }

    public static string Issuer(HttpRequest request) =>
        string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{request.HttpContext.Connection.LocalPort}{Path}");

    private static IResult Configuration(HttpRequest request)
    {
        request.HttpContext.Response.Headers.AccessControlAllowOrigin = "*";
        return Results.Json(new Dictionary<string, object>
        {
            ["issuer"] = Issuer(request),
            ["jwks_uri"] = $"{Issuer(request)}/jwks",
            ["authorization_endpoint"] = $"{Issuer(request)}/authorize",
            ["token_endpoint"] = $"{Issuer(request)}/token",
            ["response_types_supported"] = Responses,
            ["grant_types_supported"] = GrantTypes,
            ["code_challenge_methods_supported"] = Challenges,
            ["subject_types_supported"] = Subjects,
            ["id_token_signing_alg_values_supported"] = Algorithms,
        });
    }

    private IResult Keys()
    {
        var point = key.ECDsa.ExportParameters(includePrivateParameters: false).Q;
        var jwk = new
        {
            kty = "EC",
            crv = "P-256",
            use = "sig",
            alg = SecurityAlgorithms.EcdsaSha256,
            kid = key.KeyId,
            x = Base64UrlEncoder.Encode(point.X),
            y = Base64UrlEncoder.Encode(point.Y),
        };
        return Results.Json(new { keys = new[] { jwk } });
    }

    /// <summary><c>?sub=alice&amp;role=Moderator&amp;role=Auditor&amp;expires=3600</c>, expiry in seconds from now; negative for an expired token.</summary>
    private Results<ContentHttpResult, BadRequest<string>> Token(HttpRequest request)
    {
        if (request.Query["sub"].FirstOrDefault() is not { Length: > 0 } subject)
        {
            return TypedResults.BadRequest("Name the subject: ?sub=alice&role=Moderator");
        }

        var expires = 3600;
        if (request.Query.ContainsKey("expires")
            && (!int.TryParse(request.Query["expires"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out expires)
                || Math.Abs(expires) > LongestLife))
        {
            return TypedResults.BadRequest($"expires is a number of seconds up to {LongestLife}.");
        }

        var account = new Account(subject, [.. request.Query["role"].OfType<string>()]);
        return TypedResults.Text(_tokens.Create(Issuer(request), _audience, account, expires));
    }

    [LoggerMessage(2301, LogLevel.Warning, "DEVELOPMENT ONLY: {Path} signs tokens for anyone on this machine who asks. Azure never runs this.")]
    private partial void LogDevelopmentOnly(string path);
}
