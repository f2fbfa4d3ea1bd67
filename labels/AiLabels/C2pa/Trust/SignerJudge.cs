using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AiLabels.C2pa.Cose;
using AiLabels.C2pa.Manifests;
using AiLabels.C2pa.Validation;
using AiLabels.Reports;

namespace AiLabels.C2pa.Trust;

/// <summary>Determines the trust of the signers of one store (C2PA 2.2, sections 15.7 to 15.9).</summary>
/// <param name="options">Anchors.</param>
/// <param name="added">Evidence in its manifests about each other's signatures.</param>
/// <param name="now">Time at which a claim without a time-stamp must be valid.</param>
internal sealed class SignerJudge(LabelReaderOptions options, AddedEvidence added, DateTimeOffset now)
{
    private const int MaxStapled = 8;

    private readonly TrustBudget _budget = new();

    /// <summary>Judges the signer of one manifest. The first manifest judged always has the full budget.</summary>
    public SignerJudgement Judge(Manifest manifest, ClaimSignature? signature)
    {
        if (signature is not { Certificates: [var signer, ..] })
        {
            return SignerJudgement.Invalid("the signature has no certificate");
        }

        try
        {
            return CertificateProfile.ViolationOfSigner(signer) is { } violation
                ? SignerJudgement.Invalid($"the certificate may not sign claims: {violation}")
                : _budget.TrySpend(signature.Certificates.Sum(certificate => certificate.RawDataMemory.Length))
                    ? Weigh(manifest, signature)
                    : SignerJudgement.None;
        }
        catch (CryptographicException)
        {
            // Fields of a certificate are decoded lazily.
            return SignerJudgement.Invalid("a certificate cannot be decoded");
        }
    }

    private SignerJudgement Weigh(Manifest manifest, ClaimSignature signature)
    {
        var stamp = FindStamp(manifest, signature.Cose);
        var faults = stamp.Status is { } status
            ? [new Fault(status, "the time-stamp of the signature is not accepted")]
            : Array.Empty<Fault>();
        var (trust, why) = Follow(signature, stamp.Time);
        return new SignerJudgement(trust, stamp.Time, [.. faults, .. why]);
    }

    /// <summary>Returns the time-stamp in the signature, otherwise the first valid one in another manifest (section 15.8.1).</summary>
    private TimeStamp FindStamp(Manifest manifest, CoseSign1 signature)
    {
        var own = _budget.TrySpend(TimeStamp.LengthIn(signature))
            ? TimeStamp.Read(signature, manifest.Claim.Encoded.Span, options.TimeStampAnchors)
            : new TimeStamp(null, null);
        var best = own;
        foreach (var token in own.Time is null ? added.StampsFor(manifest.Label) : [])
        {
            if (best.Time is not null || !_budget.TrySpend(token.Length))
            {
                break;
            }

            var stamp = TimeStamp.ReadAdded(token, signature, options.TimeStampAnchors);
            best = stamp.Time is not null || best.Status is null ? stamp : best;
        }

        return best;
    }

    /// <remarks>
    /// An unknown signer with an expired certificate is untrusted, and both faults are reported: the specification requires a path to an
    /// anchor before it checks the time (C2PA 2.2, sections 15.7 and 15.8.2), and the expiry of a certificate without a path is only
    /// self-asserted.
    /// </remarks>
    private (SignerTrust Trust, Fault[] Why) Follow(ClaimSignature signature, DateTimeOffset? attested)
    {
        var (signer, anchors, at) = (signature.Certificates[0], options.SignerAnchors, attested ?? now);
        var path = CertificatePath.Find(signer, signature.Certificates, anchors, at);
        return path.Status switch
        {
            PathStatus.Valid when IsRevoked(signature, path.Issuer!, attested) => (SignerTrust.Revoked, [Revoked]),
            PathStatus.Valid => (SignerTrust.Trusted, []),
            PathStatus.Expired => (SignerTrust.Expired, [Expired]),
            PathStatus.NotYetValid => (SignerTrust.NotYetValid, [NotYetValid]),
            _ when anchors.Count == 0 => OutsideItsTime(signer, at) ?? (SignerTrust.Unverified, []),
            _ => (SignerTrust.Untrusted, [Untrusted, .. OutsideItsTime(signer, at)?.Why ?? []]),
        };
    }

    private bool IsRevoked(ClaimSignature signature, X509Certificate2 issuer, DateTimeOffset? attested)
    {
        var stapled = OcspResponse.ReadAll((signature.Cose.UnprotectedHeader["rVals"]?["ocspVals"]?.Items ?? []).Take(MaxStapled));
        return Revocation.IsRevoked([.. stapled, .. added.Responses], signature.Certificates[0], issuer, attested, now, _budget);
    }

    /// <summary>Checks the signer's own validity period; returns null if the time is within it.</summary>
    private static (SignerTrust Trust, Fault[] Why)? OutsideItsTime(X509Certificate2 signer, DateTimeOffset at) =>
        at.LocalDateTime > signer.NotAfter ? (SignerTrust.Expired, [Expired])
        : at.LocalDateTime < signer.NotBefore ? (SignerTrust.NotYetValid, [NotYetValid])
        : null;

    private static Fault Revoked { get; } =
        new(StatusCode.SigningCredentialRevoked, "the certificate was revoked when the claim was signed");

    private static Fault Untrusted { get; } =
        new(StatusCode.SigningCredentialUntrusted, "the certificate does not chain to a trusted root");

    private static Fault Expired { get; } =
        new(StatusCode.ClaimSignatureOutsideValidity, "no trusted time-stamp shows that the claim was signed before a certificate expired");

    private static Fault NotYetValid { get; } = new(StatusCode.ClaimSignatureOutsideValidity, "a certificate is not valid yet");
}
