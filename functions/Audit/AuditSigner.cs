using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace VideoGate.Audit;

/// <summary>
/// Signs with the app's key, ES256 (RFC 7518 section 3.4), and verifies with it and the retired keys. Asymmetric: a receiver of manifests
/// verifies them without being able to create them.
/// </summary>
public sealed class AuditSigner : IDisposable
{
    private readonly Lock _lock = new();
    private readonly ECDsa? _signing;
    private readonly Dictionary<string, ECDsa> _verifying = new(StringComparer.Ordinal);

    public AuditSigner(IOptions<AuditOptions> options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Value.SigningKey is { Length: > 0 } pem)
        {
            _signing = Import(pem);
            KeyId = Thumbprint(_signing);
            _verifying[KeyId] = _signing;
        }

        foreach (var key in options.Value.RetiredKeys.Select(Import))
        {
            _verifying.TryAdd(Thumbprint(key), key);
        }
    }

    /// <summary>Gets the JWK thumbprint (RFC 7638) of the signing key, or null if the app has none.</summary>
    public string? KeyId { get; }

    /// <summary>Gets the thumbprints of all keys that verify.</summary>
    internal IEnumerable<string> KeyIds => _verifying.Keys;

    /// <summary>Gets whether the app has a key to sign with.</summary>
    public bool IsSigning => _signing is not null;

    /// <returns>The signature in base64url, or null if the app has no key.</returns>
    public string? Sign(string text)
    {
        if (_signing is null)
        {
            return null;
        }

        // An ECDsa instance is not thread-safe.
        lock (_lock)
        {
            return Base64Url.EncodeToString(_signing.SignData(Encoding.UTF8.GetBytes(text), HashAlgorithmName.SHA256));
        }
    }

    /// <param name="keyId">The key that must have signed; null for any known key.</param>
    public bool Verify(string text, string? signature, string? keyId = null)
    {
        if (signature is null || !Base64Url.IsValid(signature))
        {
            return false;
        }

        var (data, signed) = (Encoding.UTF8.GetBytes(text), Base64Url.DecodeFromChars(signature));
        lock (_lock)
        {
            return _verifying.Where(key => keyId is null || key.Key == keyId)
                .Any(key => key.Value.VerifyData(data, signed, HashAlgorithmName.SHA256));
        }
    }

    public void Dispose()
    {
        foreach (var key in _verifying.Values)
        {
            key.Dispose();
        }
    }

    /// <param name="pem">A private or public key; line breaks may be written as <c>\n</c>, as in single-line settings.</param>
    internal static ECDsa Import(string pem)
    {
        var key = ECDsa.Create();
        key.ImportFromPem(pem.Replace("\\n", "\n", StringComparison.Ordinal));
        return key;
    }

    private static string Thumbprint(ECDsa key)
    {
        var point = key.ExportParameters(includePrivateParameters: false).Q;
        var jwk = CanonicalJson.Object(
        [
            ("crv", "\"P-256\""), ("kty", "\"EC\""),
            ("x", CanonicalJson.Text(Base64Url.EncodeToString(point.X))),
            ("y", CanonicalJson.Text(Base64Url.EncodeToString(point.Y))),
        ]);
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(jwk)));
    }
}
