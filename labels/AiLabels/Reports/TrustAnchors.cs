using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AiLabels.Reports;

/// <summary>Certificates that a chain of trust may end in.</summary>
public sealed class TrustAnchors
{
    private TrustAnchors(X509Certificate2Collection certificates) => Certificates = certificates;

    public static TrustAnchors None { get; } = new([]);

    public int Count => Certificates.Count;

    internal X509Certificate2Collection Certificates { get; }

    internal static TrustAnchors Of(X509Certificate2 certificate) => new([certificate]);

    /// <param name="pem">Certificates in PEM, one after another; text between them is ignored.</param>
    /// <exception cref="CryptographicException">A certificate cannot be decoded.</exception>
    /// <exception cref="ArgumentException">The text holds no certificate.</exception>
    public static TrustAnchors FromPem(string pem)
    {
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPem(pem);
        return certificates.Count > 0
            ? new TrustAnchors(certificates)
            : throw new ArgumentException("The text contains no certificate between BEGIN CERTIFICATE and END CERTIFICATE.", nameof(pem));
    }
}
