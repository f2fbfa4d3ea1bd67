using System.Security.Cryptography.X509Certificates;
using AiLabels.C2pa.Cose;
using AiLabels.Reports;

namespace AiLabels.C2pa.Trust;

/// <summary>The certification path from a certificate to an anchor (RFC 5280, section 6).</summary>
/// <param name="Status">Whether there is a path, and whether it was valid at the time.</param>
/// <param name="Issuer">The issuer of the end-entity certificate, if there is a path.</param>
internal sealed record CertificatePath(PathStatus Status, X509Certificate2? Issuer)
{
    private const X509ChainStatusFlags AboutTheAnchor =
        X509ChainStatusFlags.PartialChain | X509ChainStatusFlags.UntrustedRoot
        | X509ChainStatusFlags.RevocationStatusUnknown | X509ChainStatusFlags.OfflineRevocation;

    /// <param name="certificate">The end-entity certificate.</param>
    /// <param name="others">Certificates from the same signature; none is trusted for that.</param>
    /// <param name="anchors">Certificates that the path may end in. The validity period of an anchor is not checked.</param>
    /// <param name="at">Time at which the path must be valid.</param>
    public static CertificatePath Find(
        X509Certificate2 certificate, X509Certificate2Collection others, TrustAnchors anchors, DateTimeOffset at)
    {
        var best = new CertificatePath(PathStatus.None, null);
        foreach (var anchor in anchors.Certificates.Where(anchor => IssuedAny(anchor, certificate, others)))
        {
            // One anchor at a time: several roots may have the same name.
            var path = Find(certificate, others, anchor, at);
            best = path.Status > best.Status ? path : best;
        }

        return best;
    }

    private static bool IssuedAny(X509Certificate2 anchor, X509Certificate2 certificate, X509Certificate2Collection others) =>
        others.Prepend(certificate).Any(issued => issued.IssuerName.RawData.AsSpan().SequenceEqual(anchor.SubjectName.RawData));

    private static CertificatePath Find(
        X509Certificate2 certificate, X509Certificate2Collection others, X509Certificate2 anchor, DateTimeOffset at)
    {
        using var chain = new X509Chain
        {
            ChainPolicy =
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
                DisableCertificateDownloads = true,
                VerificationTime = at.LocalDateTime,
                VerificationTimeIgnored = false,
            },
        };
        chain.ChainPolicy.CustomTrustStore.Add(anchor);
        chain.ChainPolicy.ExtraStore.AddRange(others);
        chain.ChainPolicy.ExtraStore.Add(anchor);
        chain.Build(certificate);

        var below = chain.ChainElements
            .TakeWhile(element => !element.Certificate.RawDataMemory.Span.SequenceEqual(anchor.RawDataMemory.Span))
            .ToList();
        if (below.Count == 0 || below.Count == chain.ChainElements.Count)
        {
            return new CertificatePath(PathStatus.None, null);
        }

        var errors = below.SelectMany(element => element.ChainElementStatus)
            .Aggregate(X509ChainStatusFlags.NoError, (flags, status) => flags | status.Status) & ~AboutTheAnchor;
        // The chain disposes of its own copy.
        var issuer = KnownCertificates.Shared.Load(chain.ChainElements[1].Certificate.RawDataMemory.Span);
        return errors switch
        {
            X509ChainStatusFlags.NoError => new CertificatePath(PathStatus.Valid, issuer),
            X509ChainStatusFlags.NotTimeValid when below.Exists(element => at.LocalDateTime > element.Certificate.NotAfter) =>
                new CertificatePath(PathStatus.Expired, issuer),
            X509ChainStatusFlags.NotTimeValid => new CertificatePath(PathStatus.NotYetValid, issuer),
            _ => new CertificatePath(PathStatus.None, null),
        };
    }
}

/// <summary>Ordered from worst to best.</summary>
internal enum PathStatus
{
    /// <summary>No path, or an invalid one.</summary>
    None,

    NotYetValid,
    Expired,
    Valid,
}
