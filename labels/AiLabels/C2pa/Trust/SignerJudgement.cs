using System.Security.Cryptography;
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
        var (trust, fault) = Judge(signature, options.SignerAnchors, stamp.Time ?? now);
        return new SignerJudgement(trust, stamp.Time, fault is null ? faults : [.. faults, fault]);
    }

    private static (SignerTrust, Fault?) Judge(ClaimSignature signature, TrustAnchors anchors, DateTimeOffset at)
    {
        var signer = signature.Certificates[0];
        var path = CertificatePath.Find(signer, signature.Certificates, anchors, at);
        using var issuer = path.Issuer;
        return path.Status switch
        {
            PathStatus.Valid when Revocation.IsRevoked(signature.Cose, signer, issuer!, at) =>
                (SignerTrust.Revoked, new Fault(StatusCode.SigningCredentialRevoked, "the certificate was revoked when the claim was signed")),
            PathStatus.Valid => (SignerTrust.Trusted, null),
            PathStatus.Expired => Expired(),
            PathStatus.NotYetValid => NotYetValid(),
            _ when anchors.Count > 0 => Untrusted(),
            _ when at.LocalDateTime > signer.NotAfter => Expired(),
            _ when at.LocalDateTime < signer.NotBefore => NotYetValid(),
            _ => (SignerTrust.Unverified, null),
        };
    }

    private static (SignerTrust, Fault) Untrusted() =>
        (SignerTrust.Untrusted, new Fault(StatusCode.SigningCredentialUntrusted, "the certificate leads to none of the trusted roots"));

    private static (SignerTrust, Fault) Expired() =>
        (SignerTrust.Expired, new Fault(StatusCode.ClaimSignatureOutsideValidity, "nothing attests that the claim was signed before a certificate expired"));

    private static (SignerTrust, Fault) NotYetValid() =>
        (SignerTrust.NotYetValid, new Fault(StatusCode.ClaimSignatureOutsideValidity, "a certificate is not valid yet"));
}
