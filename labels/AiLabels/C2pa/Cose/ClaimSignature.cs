using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AiLabels.C2pa.Cbor;
using AiLabels.C2pa.Manifests;

namespace AiLabels.C2pa.Cose;

/// <summary>The signature of one claim and the certificates in its headers.</summary>
internal sealed class ClaimSignature
{
    private const int AlgorithmHeader = 1;
    private const int MaxCertificates = 16;

    private ClaimSignature(CoseSign1 cose, X509Certificate2Collection certificates)
    {
        Cose = cose;
        Certificates = certificates;
        Subject = certificates.Count > 0 ? SubjectName.Read(certificates[0]) : null;
    }

    public CoseSign1 Cose { get; }

    /// <summary>Gets the certificates, the signer's first; empty if there are none or they cannot be read.</summary>
    public X509Certificate2Collection Certificates { get; }

    public SubjectName? Subject { get; }

    /// <exception cref="ManifestException">The bytes are not a COSE_Sign1.</exception>
    public static ClaimSignature Read(ReadOnlyMemory<byte> encoded, CborBudget budget)
    {
        var cose = CoseSign1.Read(encoded, budget);
        return new ClaimSignature(cose, Load(CertificateChain.Read(cose)));
    }

    /// <summary>Returns true if the signature over the claim verifies with the key of the first certificate.</summary>
    /// <exception cref="ManifestException">The algorithm is unknown, so the signature cannot be verified.</exception>
    public bool Covers(ReadOnlyMemory<byte> claim)
    {
        var number = Cose.ProtectedHeader[AlgorithmHeader]?.Integer;
        if (SignatureAlgorithm.Find(number) is not { } algorithm)
        {
            return SignatureAlgorithm.IsRefused(number)
                ? false
                : throw new ManifestException(StatusCode.AlgorithmUnsupported, $"the signature algorithm {number} is unknown");
        }

        // An attached payload would be verified instead of the claim that is read.
        var isOwnPayload = Cose.Payload is not { } payload || payload.Span.SequenceEqual(claim.Span);
        return isOwnPayload && Certificates is [var signer, ..]
            && algorithm.Verify(
                signer, SigStructure.Encode("Signature1", Cose.EncodedProtectedHeader.Span, claim.Span), Cose.Signature.Span);
    }

    private static X509Certificate2Collection Load(IReadOnlyList<ReadOnlyMemory<byte>> encoded)
    {
        var certificates = new X509Certificate2Collection();
        try
        {
            foreach (var certificate in encoded.Take(MaxCertificates))
            {
                certificates.Add(KnownCertificates.Shared.Load(certificate.Span));
            }
        }
        catch (CryptographicException)
        {
            // Certificates before the damaged one may still include the signer's.
        }

        return certificates;
    }
}
