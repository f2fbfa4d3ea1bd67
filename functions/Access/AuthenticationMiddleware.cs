using System.Security.Claims;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.IdentityModel.Tokens;
using Microsoft.Net.Http.Headers;
using VideoGate.Http;

namespace VideoGate.Access;

/// <summary>Forwards an HTTP request to its function only if <see cref="AccessTable"/> admits its bearer token (RFC 6750).</summary>
internal sealed class AuthenticationMiddleware(TokenValidator tokens) : IFunctionsWorkerMiddleware
{
    private const string Scheme = "Bearer ";

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var rule = AccessTable.For(context.FunctionDefinition.Name);
        var refusal = rule.IsAnonymous ? null : await AuthorizeAsync(context.HttpContext(), rule);
        if (refusal is null)
        {
            await next(context);
        }
        else
        {
            context.GetInvocationResult().Value = refusal;
        }
    }

    private async Task<IResult?> AuthorizeAsync(HttpContext http, AccessRule rule)
    {
        var header = http.Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            return Unauthenticated("A bearer token is required.", "Bearer");
        }

        var token = await tokens.ValidateAsync(header[Scheme.Length..].Trim(), http.RequestAborted);
        if (!token.IsValid || !token.ClaimsIdentity.HasClaim(claim => claim.Type == Caller.SubjectClaim))
        {
            var cause = Cause(token.Exception);
            return Unauthenticated(cause, $"Bearer error=\"invalid_token\", error_description=\"{cause}\"");
        }

        http.User = new ClaimsPrincipal(token.ClaimsIdentity);
        return rule.Admits(http.User)
            ? null
            : Problems.Forbidden
                .Because($"This operation needs one of the roles {string.Join(", ", rule.Roles)}; the token has {Held(http.User)}.")
                .With("roles", new JsonArray([.. rule.Roles.Select(role => (JsonNode)role)]))
                .WithHeader(HeaderNames.WWWAuthenticate, "Bearer error=\"insufficient_scope\"");
    }

    private static string Held(ClaimsPrincipal caller)
    {
        string[] held = [.. Roles.All.Where(caller.IsInRole)];
        return held is [] ? "none that this API knows" : string.Join(", ", held);
    }

    private static ProblemResult Unauthenticated(string cause, string challenge) =>
        Problems.Unauthenticated.Because(cause).WithHeader(HeaderNames.WWWAuthenticate, challenge);

    private static string Cause(Exception? exception) => exception switch
    {
        SecurityTokenExpiredException => "The token has expired.",
        SecurityTokenNotYetValidException => "The token is not valid yet.",
        SecurityTokenInvalidAudienceException => "The token is meant for another audience.",
        SecurityTokenInvalidIssuerException => "The token comes from another issuer.",
        null => "The token names no subject.",
        _ => "The token is malformed, or its signature is invalid.",
    };
}
