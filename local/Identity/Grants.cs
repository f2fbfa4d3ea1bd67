using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace VideoGate.Local.Identity;

/// <summary>What a client may exchange for tokens, once (RFC 6749 sections 4.1 and 6). A restart forgets them all.</summary>
internal sealed class Grants(TimeProvider time)
{
    private const int Most = 1000;
    private static readonly TimeSpan CodeLife = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan RefreshLife = TimeSpan.FromHours(24);

    private readonly ConcurrentDictionary<string, (Grant Grant, DateTimeOffset ExpiresAt)> _open = new();

    public string AddCode(Grant grant) => Add(grant, CodeLife);

    /// <summary>Good for one renewal, which brings the next one.</summary>
    public string AddRefreshToken(Grant grant) => Add(grant with { Challenge = null }, RefreshLife);

    /// <returns>What the code or refresh token stands for, or null when it was used, has expired, or the verifier does not fit (RFC 7636 section 4.6).</returns>
    public Grant? Take(string? secret, string? verifier) =>
        secret is not null && _open.TryRemove(secret, out var found) && found.ExpiresAt > time.GetUtcNow() && Fits(found.Grant.Challenge, verifier)
            ? found.Grant
            : null;

    private string Add(Grant grant, TimeSpan life)
    {
        if (_open.Count >= Most)
        {
            _open.Clear();
        }

        var secret = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
        _open[secret] = (grant, time.GetUtcNow() + life);
        return secret;
    }

    private static bool Fits(string? challenge, string? verifier) =>
        challenge is null || (verifier is not null && Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))) == challenge);
}

/// <param name="Challenge">Of PKCE, method S256; null once it has served.</param>
internal sealed record Grant(string ClientId, string RedirectUri, Account Account, string? Nonce, string? Challenge);
