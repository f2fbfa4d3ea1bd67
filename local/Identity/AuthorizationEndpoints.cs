using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace VideoGate.Local.Identity;

/// <summary>The authorization code flow with PKCE for public clients (RFC 6749, RFC 7636), as a browser runs it against Microsoft Entra.</summary>
internal sealed class AuthorizationEndpoints(DevelopmentTokens tokens, Grants grants, string audience)
{
    private const int Life = 3600;
    private const int LongestSubject = 100;

    public void Map(IEndpointRouteBuilder routes, string path)
    {
        routes.MapGet($"{path}/authorize", Ask);
        routes.MapPost($"{path}/authorize", AuthorizeAsync);
        routes.MapPost($"{path}/token", ExchangeAsync);
    }

    private static IResult Ask(HttpRequest request)
    {
        var (asked, objection) = AuthorizationRequest.Read(name => request.Query[name]);
        return asked is null ? Results.BadRequest(objection) : SignInPage.Show(request.HttpContext.Response, asked);
    }

    private async Task<IResult> AuthorizeAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var (asked, objection) = AuthorizationRequest.Read(name => form[name]);
        if (asked is null)
        {
            return Results.BadRequest(objection);
        }

        if (form["sub"].FirstOrDefault() is not { Length: > 0 and <= LongestSubject } subject)
        {
            return Results.BadRequest("Name yourself.");
        }

        var account = new Account(subject, [.. form["role"].OfType<string>()]);
        return Results.Redirect(asked.Answer(grants.AddCode(new(asked.ClientId, asked.RedirectUri, account, asked.Nonce, asked.Challenge))));
    }

    private async Task<IResult> ExchangeAsync(HttpRequest request)
    {
        var headers = request.HttpContext.Response.Headers;
        headers.CacheControl = "no-store";
        headers.AccessControlAllowOrigin = "*";
        if (!request.HasFormContentType)
        {
            return Refuse("invalid_request");
        }

        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var (secret, verifier) = form["grant_type"].FirstOrDefault() switch
        {
            "authorization_code" => (form["code"].FirstOrDefault(), form["code_verifier"].FirstOrDefault()),
            "refresh_token" => (form["refresh_token"].FirstOrDefault(), null),
            _ => (null, null),
        };
        if (secret is null)
        {
            return Refuse("unsupported_grant_type");
        }

        var grant = grants.Take(secret, verifier);
        var isSame = grant is not null && form["client_id"] == grant.ClientId
            && (grant.Challenge is null || form["redirect_uri"] == grant.RedirectUri);
        return isSame ? Results.Json(Issue(IdentityEndpoints.Issuer(request), grant!)) : Refuse("invalid_grant");
    }

    private Dictionary<string, object> Issue(string issuer, Grant grant) => new()
    {
        ["access_token"] = tokens.Create(issuer, audience, grant.Account, Life),
        ["id_token"] = tokens.Create(issuer, grant.ClientId, grant.Account, Life, grant.Nonce),
        ["refresh_token"] = grants.AddRefreshToken(grant),
        ["token_type"] = "Bearer",
        ["expires_in"] = Life,
    };

    private static IResult Refuse(string error) =>
        Results.Json(new Dictionary<string, string> { ["error"] = error }, statusCode: StatusCodes.Status400BadRequest);
}
