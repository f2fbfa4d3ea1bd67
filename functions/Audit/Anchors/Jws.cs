using System.Buffers.Text;
using System.Text;

namespace VideoGate.Audit.Anchors;

/// <summary>
/// JSON Web Signatures in compact serialization (RFC 7515), signed by ES256, or unsecured (<c>none</c>) if the app has no key: one format
/// that any JOSE library verifies, whether or not there is a signature.
/// </summary>
internal static class Jws
{
    public const string MediaType = "application/jose";

    private const string Unsecured = """{"alg":"none"}""";

    public static string Encode(byte[] payload, AuditSigner signer)
    {
        var input = $"{Encoded(HeaderOf(signer.KeyId))}.{Base64Url.EncodeToString(payload)}";
        return $"{input}.{signer.Sign(input)}";
    }

    /// <returns>The payload, with whether a key of the app signed it; null if the text is not a JWS, or its signature is invalid.</returns>
    public static (byte[] Payload, bool IsSigned)? Decode(string text, AuditSigner signer)
    {
        if (text.Split('.') is not [var header, var payload, var signature] || !Base64Url.IsValid(payload))
        {
            return null;
        }

        var isUnsecured = header == Encoded(Unsecured) && signature == "";
        return isUnsecured || signer.KeyIds.Any(key => header == Encoded(HeaderOf(key))
                && signer.Verify($"{header}.{payload}", signature, key))
            ? (Base64Url.DecodeFromChars(payload), !isUnsecured)
            : null;
    }

    private static string HeaderOf(string? keyId) => keyId is null ? Unsecured : $$"""{"alg":"ES256","kid":"{{keyId}}"}""";

    private static string Encoded(string header) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(header));
}
