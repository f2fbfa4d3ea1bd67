using System.Security.Cryptography.X509Certificates;

namespace AiLabels.C2pa.Signing;

/// <summary>Orders the certificates of one signer.</summary>
internal static class SignerChain
{
    /// <returns>The certificate that issued no other first, then its issuers; a root only if it is the signer itself.</returns>
    /// <exception cref="ArgumentException">There is no certificate, or they are not those of one signer.</exception>
    public static IReadOnlyList<X509Certificate2> Order(IReadOnlyList<X509Certificate2> certificates)
    {
        X509Certificate2[] all = [.. certificates.DistinctBy(static certificate => certificate.Thumbprint)];
        var leaves = all.Where(certificate => !all.Any(other => other != certificate && Issued(certificate, other))).ToList();
        if (leaves is not [var signer])
        {
            throw new ArgumentException(
                all is [] ? "There is no certificate." : "The certificates are not those of one signer and its issuers.",
                nameof(certificates));
        }

        var chain = new List<X509Certificate2> { signer };
        while (Array.Find(all, candidate => !chain.Contains(candidate) && Issued(candidate, chain[^1])) is { } issuer)
        {
            if (IsSelfIssued(issuer))
            {
                break;
            }

            chain.Add(issuer);
        }

        return chain;
    }

    private static bool Issued(X509Certificate2 issuer, X509Certificate2 certificate) =>
        issuer.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);

    private static bool IsSelfIssued(X509Certificate2 certificate) => Issued(certificate, certificate);
}
