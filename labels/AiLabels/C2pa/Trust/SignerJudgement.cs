using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AiLabels.C2pa.Cose;
using AiLabels.C2pa.Manifests;
using AiLabels.C2pa.Validation;

namespace AiLabels.C2pa.Trust;

/// <summary>Whether the signer of a claim may be believed to be who its certificate says (C2PA 2.2, sections 15.7 to 15.9).</summary>
/// <param name="Trust">One word for it.</param>
/// <param name="SignedAt">As a trusted time-stamp attests it.</param>
/// <param name="Faults">What led to it, time-stamps that did not count included.</param>
internal sealed record SignerJudgement(SignerTrust Trust, DateTimeOffset? SignedAt, IReadOnlyList<Fault> Faults)
{
    /// <param name="signature">With its certificates.</param>
    /// <param name="claim">What it covers.</param>
    /// <param name="options">Anchors.</param>
    /// <param name="now">When a claim without time-stamp must be valid.</param>
    public static SignerJudgement Of(ClaimSignature? signature, ReadOnlyMemory<byte> claim, LabelReaderOptions options, DateTimeOffset now)
    {
        if (signature is not { Certificates: [var signer, ..] })
        {
            return Invalid("the signature comes without a certificate");
        }

        try
        {
            return CertificateProfile.ViolationOfSigner(signer) is { } violation
                ? Invalid($"the certificate may not sign claims: {violation}")
                : Judge(signature, claim, options, now);
        }
        catch (CryptographicException)
        {
            // Fields of a certificate are decoded when they are asked for.
            return Invalid("a certificate cannot be decoded");
        }
    }

    private static SignerJudgement Invalid(string why) => new(SignerTrust.Invalid, null, [new Fault(StatusCode.SigningCredentialInvalid, why)]);

    /// <summary>A certificate beside a signature that is not its key's says nothing about who signed.</summary>
    public static SignerJudgement OfNobody { get; } = new(SignerTrust.Unverified, null, []);

    private static SignerJudgement Judge(ClaimSignature signature, ReadOnlyMemory<byte> claim, LabelReaderOptions options, DateTimeOffset now)
    {
        var stamp = TimeStamp.Read(signature.Cose, claim.Span, options.TimeStampAnchors);
        var faults = stamp.Status is { } status ? [new Fault(status, "the time-stamp of the signature does not count")] : Array.Empty<Fault>();
        var (trust, why) = Judge(signature, options.SignerAnchors, stamp.Time ?? now);
        return new SignerJudgement(trust, stamp.Time, [.. faults, .. why]);
    }

    /// <remarks>
    /// A stranger whose certificate has expired as well is untrusted, and both faults are named: the specification asks for a way to an anchor before it asks
    /// for the time (C2PA 2.2, sections 15.7 and 15.8.2), and when a certificate ends that nobody vouches for is its own word alone.
    /// </remarks>
    private static (SignerTrust Trust, Fault[] Why) Judge(ClaimSignature signature, TrustAnchors anchors, DateTimeOffset at)
    {
        var signer = signature.Certificates[0];
        var path = CertificatePath.Find(signer, signature.Certificates, anchors, at);
        using var issuer = path.Issuer;
        return path.Status switch
        {
            PathStatus.Valid when Revocation.IsRevoked(signature.Cose, signer, issuer!, at) => (SignerTrust.Revoked, [Revoked]),
            PathStatus.Valid => (SignerTrust.Trusted, []),
            PathStatus.Expired => (SignerTrust.Expired, [Expired]),
            PathStatus.NotYetValid => (SignerTrust.NotYetValid, [NotYetValid]),
            _ when anchors.Count == 0 => OutsideItsTime(signer, at) ?? (SignerTrust.Unverified, []),
            _ => (SignerTrust.Untrusted, [Untrusted, .. OutsideItsTime(signer, at)?.Why ?? []]),
        };
    }

    /// <summary>By the certificate's own word; null when it is within its time.</summary>
    private static (SignerTrust Trust, Fault[] Why)? OutsideItsTime(X509Certificate2 signer, DateTimeOffset at) =>
        at.LocalDateTime > signer.NotAfter ? (SignerTrust.Expired, [Expired])
        : at.LocalDateTime < signer.NotBefore ? (SignerTrust.NotYetValid, [NotYetValid])
        : null;

    private static Fault Revoked { get; } = new(StatusCode.SigningCredentialRevoked, "the certificate was revoked when the claim was signed");

    private static Fault Untrusted { get; } = new(StatusCode.SigningCredentialUntrusted, "the certificate leads to none of the trusted roots");

    private static Fault Expired { get; } = new(StatusCode.ClaimSignatureOutsideValidity, "nothing attests that the claim was signed before a certificate expired");

    private static Fault NotYetValid { get; } = new(StatusCode.ClaimSignatureOutsideValidity, "a certificate is not valid yet");
}
