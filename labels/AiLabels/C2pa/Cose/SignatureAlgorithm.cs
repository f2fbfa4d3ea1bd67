using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AiLabels.C2pa.Cose;

/// <summary>The signature algorithms of C2PA 2.2, section 13.2.1, by their COSE numbers.</summary>
internal sealed class SignatureAlgorithm
{

    private static readonly Dictionary<long, SignatureAlgorithm> Allowed = new()
    {
        [-7] = new(HashAlgorithmName.SHA256, VerifyEcdsa),
        [-35] = new(HashAlgorithmName.SHA384, VerifyEcdsa),
        [-36] = new(HashAlgorithmName.SHA512, VerifyEcdsa),
        [-37] = new(HashAlgorithmName.SHA256, VerifyPss),
        [-38] = new(HashAlgorithmName.SHA384, VerifyPss),
        [-39] = new(HashAlgorithmName.SHA512, VerifyPss),
        [-8] = new(HashAlgorithmName.SHA512, VerifyEd25519),
    };

    // ES256K, RS256, RS384, RS512, RS1, ESP256 to ESP512, ML-DSA: registered with COSE, not on the C2PA list.
    private static readonly HashSet<long> Refused = [-47, -257, -258, -259, -65535, -9, -51, -52, -48, -49, -50];

    private readonly HashAlgorithmName _hash;
    private readonly Verifier _verifier;

    private SignatureAlgorithm(HashAlgorithmName hash, Verifier verifier) => (_hash, _verifier) = (hash, verifier);

    private delegate bool Verifier(
        X509Certificate2 certificate, HashAlgorithmName hash, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature);

    /// <summary>Returns null for an algorithm that is not on the allowed list.</summary>
    public static SignatureAlgorithm? Find(long? number) => number is { } known ? Allowed.GetValueOrDefault(known) : null;

    /// <summary>Returns true for an algorithm that COSE defines and C2PA does not allow: its signature counts as missing.</summary>
    public static bool IsRefused(long? number) => number is { } known && Refused.Contains(known);

    /// <summary>Returns false if the signature does not verify or the key is not of the algorithm's kind.</summary>
    public bool Verify(X509Certificate2 certificate, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        try
        {
            return _verifier(certificate, _hash, data, signature);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>Verifies r and s concatenated (RFC 9053, section 2.1); a DER signature is not valid in COSE.</summary>
    private static bool VerifyEcdsa(
        X509Certificate2 certificate, HashAlgorithmName hash, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        using var key = EllipticKey.Of(certificate);
        return key?.VerifyData(data, signature, hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation) ?? false;
    }

    private static bool VerifyPss(
        X509Certificate2 certificate, HashAlgorithmName hash, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature)
    {
        using var key = RsaKey.Of(certificate);
        return key?.VerifyData(data, signature, hash, RSASignaturePadding.Pss) ?? false;
    }

    private static bool VerifyEd25519(
        X509Certificate2 certificate, HashAlgorithmName hash, ReadOnlySpan<byte> data, ReadOnlySpan<byte> signature) =>
        certificate.PublicKey.Oid.Value == Oids.Ed25519 && Ed25519.Verify(certificate.PublicKey.EncodedKeyValue.RawData, data, signature);
}
