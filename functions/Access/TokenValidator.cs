using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace VideoGate.Access;

/// <summary>Validates access tokens against the keys published by the authority.</summary>
internal sealed class TokenValidator : IDisposable
{
    // Asymmetric only: with a symmetric algorithm in the list, a public key would pass as the secret (RFC 8725 section 3.1).
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    private const int LongestToken = 16 * 1024;

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = LongestToken };
    private readonly Uri? _authority;
    private readonly HttpClient _http;
    private readonly ConfigurationManager<OpenIdConnectConfiguration> _metadata;
    private readonly TokenValidationParameters _parameters;

    public TokenValidator(IOptions<IdentityOptions> options)
    {
        var identity = options.Value;
        _authority = identity.Authority;
        _http = new HttpClient { Timeout = identity.MetadataTimeout };
        _metadata = new ConfigurationManager<OpenIdConnectConfiguration>(
            $"{_authority?.AbsoluteUri.TrimEnd('/')}/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever(_http) { RequireHttps = identity.RequireHttpsMetadata });
        _parameters = new TokenValidationParameters
        {
            // Supplies issuer and keys; refreshes them if a token references an unknown key.
            ConfigurationManager = _metadata,
            ValidAudience = identity.Audience,
            ValidAlgorithms = Algorithms,
            ClockSkew = identity.ClockSkew,
            NameClaimType = Caller.SubjectClaim,
            RoleClaimType = Caller.RolesClaim,
        };
    }

    /// <exception cref="IdentityUnavailableException">The authority's keys cannot be fetched.</exception>
    public async Task<TokenValidationResult> ValidateAsync(string token, CancellationToken cancellationToken)
    {
        try
        {
            await _metadata.GetConfigurationAsync(cancellationToken);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw new IdentityUnavailableException(_authority, exception);
        }

        return await _handler.ValidateTokenAsync(token, _parameters);
    }

    public void Dispose() => _http.Dispose();
}
