using Microsoft.AspNetCore.WebUtilities;

namespace VideoGate.Local.Identity;

/// <summary>An authorization request with PKCE (RFC 6749 section 4.1.1, RFC 7636), as the query or the posted form carries it.</summary>
internal sealed record AuthorizationRequest(string ClientId, string RedirectUri, string State, string Challenge, string? Nonce)
{
    /// <returns>The request, or what is wrong with it.</returns>
    public static (AuthorizationRequest? Request, string? Objection) Read(Func<string, string?> parameter) =>
        parameter("response_type") is not "code" ? (null, "response_type must be code.")
        : parameter("client_id") is not { Length: > 0 } client ? (null, "client_id is missing.")
        : parameter("redirect_uri") is not { Length: > 0 } redirect || !IsLocal(redirect) ? (null, "redirect_uri must be an http address of this machine.")
        : parameter("code_challenge_method") is not "S256" || parameter("code_challenge") is not { Length: > 0 } challenge
            ? (null, "A code_challenge by the method S256 is required.")
        : (new(client, redirect, parameter("state") ?? "", challenge, parameter("nonce")), null);

    public IEnumerable<KeyValuePair<string, string>> Parameters =>
    [
        new("response_type", "code"),
        new("client_id", ClientId),
        new("redirect_uri", RedirectUri),
        new("state", State),
        new("code_challenge", Challenge),
        new("code_challenge_method", "S256"),
        .. Nonce is null ? Array.Empty<KeyValuePair<string, string>>() : [new("nonce", Nonce)],
    ];

    public string Answer(string code) =>
        QueryHelpers.AddQueryString(RedirectUri, new Dictionary<string, string?> { ["code"] = code, ["state"] = State });

    private static bool IsLocal(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback;
}
