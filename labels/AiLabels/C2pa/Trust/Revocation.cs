using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AiLabels.C2pa.Cose;
using AiLabels.Reports;

namespace AiLabels.C2pa.Trust;

/// <summary>
/// Evaluates OCSP responses in the file, stapled to the signature or added by a later manifest (C2PA 2.2, section 15.9.1). Never queries a
/// responder: a query would disclose who views what.
/// </summary>
internal static class Revocation
{
    private static readonly Dictionary<string, HashAlgorithmName> Hashes = new()
    {
        ["1.2.840.10045.4.3.2"] = HashAlgorithmName.SHA256,
        ["1.2.840.10045.4.3.3"] = HashAlgorithmName.SHA384,
        ["1.2.840.10045.4.3.4"] = HashAlgorithmName.SHA512,
        ["1.2.840.113549.1.1.11"] = HashAlgorithmName.SHA256,
        ["1.2.840.113549.1.1.12"] = HashAlgorithmName.SHA384,
        ["1.2.840.113549.1.1.13"] = HashAlgorithmName.SHA512,
    };

    /// <param name="responses">Stapled and added responses.</param>
    /// <param name="certificate">The signer's certificate.</param>
    /// <param name="issuer">Its issuer, whose responses count.</param>
    /// <param name="attested">Time of signing, if a time-stamp attests it.</param>
    /// <param name="now">Time used without such a time-stamp.</param>
    /// <param name="budget">Limits the responses verified: each has its own signature.</param>
    public static bool IsRevoked(
        IReadOnlyList<OcspResponse> responses, X509Certificate2 certificate, X509Certificate2 issuer, DateTimeOffset? attested,
        DateTimeOffset now, TrustBudget budget)
    {
        // A good status clears only a signer revoked after the attested time: otherwise the status may be older than the revocation.
        return Any(answer => answer.IsRevocation && !(answer.RevokedAt > attested))
            || (Any(answer => answer.IsRevocation) && !(attested is not null && Any(answer => answer.IsGood)));

        bool Any(Func<OcspAnswer, bool> says) => responses.Any(response =>
            response.Answers.Any(answer => says(answer) && SpeaksOf(answer, response.ProducedAt, certificate, attested ?? now, now))
            && IsAuthorized(response, issuer, attested ?? now, budget));
    }

    /// <summary>
    /// Returns true if the status covers the time of signing: it is newer, or that time is between it and the next update.
    /// </summary>
    private static bool SpeaksOf(
        OcspAnswer answer, DateTimeOffset producedAt, X509Certificate2 certificate, DateTimeOffset at, DateTimeOffset now) =>
        answer.Serial.Span.SequenceEqual(certificate.SerialNumberBytes.Span)
        && answer.ThisUpdate <= now
        && at < (answer.NextUpdate ?? producedAt.AddHours(24));

    /// <summary>Returns true if signed by the issuer, or by a responder that the issuer authorized (RFC 6960, section 4.2.2.2).</summary>
    private static bool IsAuthorized(OcspResponse response, X509Certificate2 issuer, DateTimeOffset at, TrustBudget budget)
    {
        try
        {
            return budget.TrySpend() && (IsSignedBy(response, issuer) || response.Certificates.Any(IsResponder));
        }
        catch (CryptographicException)
        {
            // Another certificate in the response cannot be decoded.
            return false;
        }

        bool IsResponder(ReadOnlyMemory<byte> encoded)
        {
            var responder = KnownCertificates.Shared.Load(encoded.Span);
            return CertificateProfile.PurposesOf(responder).Contains(Oids.OcspSigning)
                && IsSignedBy(response, responder)
                && CertificatePath.Find(responder, [], TrustAnchors.Of(issuer), at).Status == PathStatus.Valid;
        }
    }

    private static bool IsSignedBy(OcspResponse response, X509Certificate2 certificate)
    {
        if (!Hashes.TryGetValue(response.SignatureAlgorithm, out var hash))
        {
            return false;
        }

        using var ecdsa = EllipticKey.Of(certificate);
        using var rsa = RsaKey.Of(certificate);
        return ecdsa?.VerifyData(response.Signed.Span, response.Signature, hash, DSASignatureFormat.Rfc3279DerSequence)
            ?? (rsa is not null && RsaKey.IsLongEnough(rsa)
                && rsa.VerifyData(response.Signed.Span, response.Signature, hash, RSASignaturePadding.Pkcs1));
    }
}
