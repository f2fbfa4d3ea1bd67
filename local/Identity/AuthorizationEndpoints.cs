using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.IdentityModel.Tokens;

namespace VideoGate.Local.Identity;

/// <summary>The authorization code flow with PKCE for public clients (RFC 6749, RFC 7636), as with Microsoft Entra.</summary>
internal sealed class AuthorizationEndpoints(IdentityEndpoints identity, TimeProvider time)
{
    private const int Life = 3600;
    private static readonly TimeSpan CodeLife = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan RefreshLife = TimeSpan.FromHours(24);

    // One-time codes and refresh tokens that a client may exchange for tokens. A restart discards them.
    private readonly ConcurrentDictionary<string, (Grant Grant, DateTimeOffset ExpiresAt)> _grants = new();

    public void Map(IEndpointRouteBuilder routes, string path)
    {
        routes.MapGet($"{path}/authorize", (HttpRequest request) => GetError(name => request.Query[name]) is { } error
            ? Results.BadRequest(error)
            : SignInPage.Show(request));
        routes.MapPost($"{path}/authorize", AuthorizeAsync);
        routes.MapPost($"{path}/token", ExchangeAsync);
    }

    private async Task<IResult> AuthorizeAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        if (GetError(name => form[name]) is { } error)
        {
            return Results.BadRequest(error);
        }

        if (form["sub"].FirstOrDefault() is not { Length: > 0 and <= SignInPage.LongestName } subject)
        {
            return Results.BadRequest("Enter a name.");
        }

        var redirect = form["redirect_uri"].ToString();
        var grant = new Grant(
            form["client_id"].ToString(), redirect, subject, [.. form["role"].OfType<string>()], form["nonce"].FirstOrDefault(),
            form["code_challenge"]);
        var answer = new Dictionary<string, string?> { ["code"] = Add(grant, CodeLife), ["state"] = form["state"] };
        return Results.Redirect(QueryHelpers.AddQueryString(redirect, answer));
    }

    private async Task<IResult> ExchangeAsync(HttpRequest request)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.CacheControl = "no-store";
        headers.AccessControlAllowOrigin = "*";
        var form = request.HasFormContentType ? await request.ReadFormAsync(request.HttpContext.RequestAborted) : FormCollection.Empty;
        var secret = form[form["grant_type"] == "refresh_token" ? "refresh_token" : "code"].ToString();
        return _grants.TryRemove(secret, out var found) && found.ExpiresAt > time.GetUtcNow() && Fits(found.Grant, form)
            ? Results.Json(Issue(IdentityEndpoints.Issuer(request), found.Grant))
            : Results.Json(new { error = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
    }

    // RFC 7636 section 4.6. A refresh token needs neither verifier nor redirect URI.
    private static bool Fits(Grant grant, IFormCollection form) => form["client_id"] == grant.ClientId
        && (grant.Challenge is null
            || (form["redirect_uri"] == grant.RedirectUri
                && Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))) == grant.Challenge));

    private string Add(Grant grant, TimeSpan life)
    {
        var secret = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
        _grants[secret] = (grant, time.GetUtcNow() + life);
        return secret;
    }

    private Dictionary<string, object> Issue(string issuer, Grant grant) => new()
    {
        ["access_token"] = identity.CreateToken(issuer, identity.Audience, grant.Subject, grant.Roles, Life),
        ["id_token"] = identity.CreateToken(issuer, grant.ClientId, grant.Subject, grant.Roles, Life, grant.Nonce),
        ["refresh_token"] = Add(grant with { Challenge = null }, RefreshLife),
        ["token_type"] = "Bearer",
        ["expires_in"] = Life,
    };

    /// <returns>The error in the request, given as a query or as a posted form, or null.</returns>
    private static string? GetError(Func<string, string?> parameter) =>
        parameter("response_type") is not "code" ? "response_type must be code."
        : string.IsNullOrEmpty(parameter("client_id")) ? "client_id is missing."
        : !Uri.TryCreate(parameter("redirect_uri"), UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttp || !uri.IsLoopback
            ? "redirect_uri must be an http URL on this machine."
        : parameter("code_challenge_method") is not "S256" || string.IsNullOrEmpty(parameter("code_challenge"))
            ? "A code_challenge with the method S256 is required."
        : null;

    /// <param name="Challenge">PKCE challenge, method S256; null once it has been used.</param>
    private sealed record Grant(string ClientId, string RedirectUri, string Subject, string[] Roles, string? Nonce, string? Challenge);
}
