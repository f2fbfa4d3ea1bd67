using System.Security.Cryptography.X509Certificates;
using AiLabels.C2pa.Cose;
using AiLabels.Reports;

namespace AiLabels.C2pa.Trust;

/// <summary>The way from a certificate to an anchor (RFC 5280, section 6).</summary>
/// <param name="Status">Whether there is one, and whether it held at the time.</param>
/// <param name="Issuer">The certificate that issued the first one, when there is a way.</param>
internal sealed record CertificatePath(PathStatus Status, X509Certificate2? Issuer)
{
    private const X509ChainStatusFlags AboutTheAnchor =
        X509ChainStatusFlags.PartialChain | X509ChainStatusFlags.UntrustedRoot | X509ChainStatusFlags.RevocationStatusUnknown | X509ChainStatusFlags.OfflineRevocation;

    /// <param name="certificate">The end entity.</param>
    /// <param name="others">Certificates that came with it; none of them is trusted for that.</param>
    /// <param name="anchors">Where the path may end. An anchor's own validity is not asked for.</param>
    /// <param name="at">When the path must hold.</param>
    public static CertificatePath Find(
        X509Certificate2 certificate, X509Certificate2Collection others, TrustAnchors anchors, DateTimeOffset at)
    {
        var best = new CertificatePath(PathStatus.None, null);
        foreach (var anchor in anchors.Certificates.Where(anchor => IssuedAny(anchor, certificate, others)))
        {
            // One anchor at a time: several roots may bear the same name.
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

/// <summary>Ordered from the worst to the best.</summary>
internal enum PathStatus
{
    /// <summary>No path, or a broken one.</summary>
    None,

    NotYetValid,
    Expired,
    Valid,
}
