using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AiLabels.C2pa.Cose;

namespace AiLabels.C2pa.Trust;

/// <summary>Requirements on certificates that sign claims (C2PA 2.2, sections 14.5.1.1 and 14.5.1.2).</summary>
internal static class CertificateProfile
{
    private static readonly HashSet<string> SigningPurposes = [Oids.EmailProtection, Oids.DocumentSigning, Oids.ClaimSigning];

    // A certificate with one of these purposes must have no other.
    private static readonly HashSet<string> ExclusivePurposes = [Oids.TimeStamping, Oids.OcspSigning, Oids.AnyPurpose];

    private static readonly HashSet<string> SignatureAlgorithms =
    [
        "1.2.840.10045.4.3.2", "1.2.840.10045.4.3.3", "1.2.840.10045.4.3.4", // ecdsa-with-SHA256, 384, 512
        "1.2.840.113549.1.1.11", "1.2.840.113549.1.1.12", "1.2.840.113549.1.1.13", // sha256, 384, 512WithRSAEncryption
        Oids.RsaPss, Oids.Ed25519,
    ];

    /// <summary>Returns the reason why a certificate may not sign claims; null if it may.</summary>
    /// <exception cref="CryptographicException">A field or an extension cannot be decoded.</exception>
    public static string? ViolationOfSigner(X509Certificate2 certificate) =>
        ViolationOfFields(certificate) ?? ViolationOfKeyUsage(certificate) ?? ViolationOfPurposes(PurposesOf(certificate));

    public static IReadOnlyCollection<string> PurposesOf(X509Certificate2 certificate) =>
        [.. certificate.Extensions.OfType<X509EnhancedKeyUsageExtension>().SelectMany(usage => usage.EnhancedKeyUsages.Cast<Oid>())
            .Select(oid => oid.Value!)];

    private static string? ViolationOfFields(X509Certificate2 certificate) => certificate switch
    {
        { Version: not 3 } => "it is not a version 3 certificate",
        _ when !SignatureAlgorithms.Contains(certificate.SignatureAlgorithm.Value!) => "its signature algorithm is not allowed",
        _ when !HasAllowedKey(certificate) => "its key type or size is not allowed",
        _ when !IsSelfIssued(certificate) && !certificate.Extensions.OfType<X509AuthorityKeyIdentifierExtension>().Any() =>
            "it does not identify its issuer's key",
        _ => null,
    };

    private static bool IsSelfIssued(X509Certificate2 certificate) =>
        certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);

    private static string? ViolationOfKeyUsage(X509Certificate2 certificate)
    {
        var usages = certificate.Extensions.OfType<X509KeyUsageExtension>().Select(usage => usage.KeyUsages).ToList();
        var isAuthority =
            certificate.Extensions.OfType<X509BasicConstraintsExtension>().Any(constraints => constraints.CertificateAuthority);
        return isAuthority ? "it is a CA certificate"
            : usages is not [var usage] || !usage.HasFlag(X509KeyUsageFlags.DigitalSignature) ? "its key usage is not digital signatures"
            : usage.HasFlag(X509KeyUsageFlags.KeyCertSign) ? "it may sign certificates"
            : null;
    }

    private static string? ViolationOfPurposes(IReadOnlyCollection<string> purposes) =>
        purposes.Any(ExclusivePurposes.Contains) ? "its extended key usage is time-stamping, OCSP signing or any purpose"
        : !purposes.Any(SigningPurposes.Contains) ? "its extended key usage does not allow signing claims"
        : null;

    private static bool HasAllowedKey(X509Certificate2 certificate)
    {
        switch (certificate.PublicKey.Oid.Value)
        {
            case Oids.Ed25519:
                return true;
            case Oids.EllipticCurve:
                using (var key = EllipticKey.Of(certificate))
                {
                    return key is not null;
                }

            case Oids.Rsa or Oids.RsaPss:
                using (var key = RsaKey.Of(certificate))
                {
                    return key is not null && RsaKey.IsLongEnough(key);
                }

            default:
                return false;
        }
    }
}
