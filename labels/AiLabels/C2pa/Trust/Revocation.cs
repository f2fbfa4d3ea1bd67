using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AiLabels.C2pa.Cbor;
using AiLabels.C2pa.Cose;

namespace AiLabels.C2pa.Trust;

/// <summary>Stapled OCSP responses (C2PA 2.2, section 15.9.1). No responder is ever asked: that would tell it who watches what.</summary>
internal static class Revocation
{
    private const int RemoveFromCrl = 8;
    private const int MaxResponses = 8;
    private const int MaxLength = 64 << 10;

    private static readonly Dictionary<string, HashAlgorithmName> Hashes = new()
    {
        ["1.2.840.10045.4.3.2"] = HashAlgorithmName.SHA256,
        ["1.2.840.10045.4.3.3"] = HashAlgorithmName.SHA384,
        ["1.2.840.10045.4.3.4"] = HashAlgorithmName.SHA512,
        ["1.2.840.113549.1.1.11"] = HashAlgorithmName.SHA256,
        ["1.2.840.113549.1.1.12"] = HashAlgorithmName.SHA384,
        ["1.2.840.113549.1.1.13"] = HashAlgorithmName.SHA512,
    };

    /// <param name="signature">Holds the responses in its header <c>rVals</c>.</param>
    /// <param name="certificate">The signer's.</param>
    /// <param name="issuer">Whose answer counts.</param>
    /// <param name="at">When the claim was signed.</param>
    public static bool IsRevoked(CoseSign1 signature, X509Certificate2 certificate, X509Certificate2 issuer, DateTimeOffset at)
    {
        var responses = signature.UnprotectedHeader["rVals"]?["ocspVals"]?.Items ?? [];
        return responses.Take(MaxResponses).Select(item => item.Bytes).OfType<ReadOnlyMemory<byte>>().Where(encoded => encoded.Length <= MaxLength)
            .Any(encoded => Revokes(encoded, certificate, issuer, at));
    }

    private static bool Revokes(ReadOnlyMemory<byte> encoded, X509Certificate2 certificate, X509Certificate2 issuer, DateTimeOffset at)
    {
        try
        {
            return OcspResponse.Read(encoded) is { } response
                && response.Answers.Any(answer => IsRevocation(answer, response.ProducedAt, certificate, at))
                && IsAuthorized(response, issuer, at);
        }
        catch (Exception e) when (e is AsnContentException or CryptographicException)
        {
            return false;
        }
    }

    /// <summary>The answer must speak of the time of signing: it is newer, or that time lies between it and the next one.</summary>
    private static bool IsRevocation(OcspAnswer answer, DateTimeOffset producedAt, X509Certificate2 certificate, DateTimeOffset at) =>
        answer.Status == OcspStatus.Revoked
        && answer.Reason != RemoveFromCrl
        && answer.Serial.Span.SequenceEqual(certificate.SerialNumberBytes.Span)
        && at < (answer.NextUpdate ?? producedAt.AddHours(24));

    /// <summary>Signed by the issuer, or by a responder that the issuer made for it (RFC 6960, section 4.2.2.2).</summary>
    private static bool IsAuthorized(OcspResponse response, X509Certificate2 issuer, DateTimeOffset at)
    {
        if (IsSignedBy(response, issuer))
        {
            return true;
        }

        foreach (var encoded in response.Certificates)
        {
            using var responder = X509CertificateLoader.LoadCertificate(encoded.Span);
            if (CertificateProfile.PurposesOf(responder).Contains(Oids.OcspSigning)
                && IsSignedBy(response, responder)
                && CertificatePath.Find(responder, [], TrustAnchors.Of(issuer), at).Status == PathStatus.Valid)
            {
                return true;
            }
        }

        return false;
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
            ?? rsa?.VerifyData(response.Signed.Span, response.Signature, hash, RSASignaturePadding.Pkcs1)
            ?? false;
    }
}
