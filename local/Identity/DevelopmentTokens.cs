using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace VideoGate.Local.Identity;

/// <summary>Signs tokens for whoever it is told to. They are as good as Microsoft Entra's to an app that trusts this issuer.</summary>
internal sealed class DevelopmentTokens(ECDsaSecurityKey key, TimeProvider time)
{
    private readonly JsonWebTokenHandler _tokens = new() { SetDefaultTimesOnTokenCreation = false };

    /// <param name="expires">Seconds from now; negative for a token that has expired.</param>
    public string Create(string issuer, string audience, Account account, int expires, string? nonce = null)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var issued = expires > 0 ? now : now.AddSeconds(expires - 1);
        var claims = new Dictionary<string, object> { ["roles"] = account.Roles };
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
            Subject = new ClaimsIdentity([new("sub", account.Subject), new("jti", Guid.NewGuid().ToString("N"))]),
            Claims = claims,
            SigningCredentials = new SigningCredentials(key, SecurityAlgorithms.EcdsaSha256),
        });
    }
}

/// <summary>Somebody who signs in: whoever they say they are.</summary>
internal sealed record Account(string Subject, string[] Roles);
