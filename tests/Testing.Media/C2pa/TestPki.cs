using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AiLabels.Reports;

namespace AiLabels.Testing.C2pa;

/// <summary>A certification authority for one test.</summary>
internal sealed class TestPki
{
    public const string EmailProtection = "1.3.6.1.5.5.7.3.4";
    public const string TimeStamping = "1.3.6.1.5.5.7.3.8";
    public const string OcspSigning = "1.3.6.1.5.5.7.3.9";

    private static readonly DateTimeOffset Begin = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private TestPki(X509Certificate2 certificate) => Certificate = certificate;

    /// <summary>With its private key.</summary>
    public X509Certificate2 Certificate { get; }

    public TrustAnchors AsAnchors => TrustAnchors.FromPem(Certificate.ExportCertificatePem());

    public static TestPki Root(string name = "CN=Test Root")
    {
        var (request, _) = Authority(name);
        return new TestPki(request.CreateSelfSigned(Begin.AddYears(-1), Begin.AddYears(30)));
    }

    public static TestSigner SelfSigned(string name, int padding = 16)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        AddUsage(request, [EmailProtection]);
        return new TestSigner(key, request.CreateSelfSigned(Begin, Begin.AddYears(30))) { Padding = padding };
    }

    public TestPki Intermediate(string name = "CN=Test Intermediate", DateTimeOffset? until = null)
    {
        var (request, key) = Authority(name);
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(Certificate, true, false));
        using var issued = Issue(request, Begin, until ?? Begin.AddYears(29), [1, 2, 3]);
        return new TestPki(issued.CopyWithPrivateKey(key));
    }

    /// <summary>Creates a signer under this authority; the chain has its certificate and the given authorities.</summary>
    public TestSigner Signer(LeafOptions? options = null, params TestPki[] chain)
    {
        var (key, certificate) = Leaf(options ?? new());
        return new TestSigner(key, [certificate, .. chain.Select(authority => authority.Certificate)]);
    }

    public (AsymmetricAlgorithm Key, X509Certificate2 Certificate) Leaf(LeafOptions options) =>
        (options.Key, Certify(new PublicKey(options.Key), options));

    /// <summary>Creates a leaf certificate for an external key.</summary>
    public X509Certificate2 Certify(PublicKey key, LeafOptions options)
    {
        var request = new CertificateRequest(new X500DistinguishedName("CN=Leaf, O=Leaf Organisation"), key, HashAlgorithmName.SHA256);
        AddUsage(request, options.Purposes);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(options.IsAuthority, false, 0, critical: true));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(Certificate, true, false));
        return Issue(request, options.From ?? Begin, options.Until ?? Begin.AddYears(28), options.Serial);
    }

    private X509Certificate2 Issue(CertificateRequest request, DateTimeOffset from, DateTimeOffset until, byte[] serial)
    {
        using var key = Certificate.GetECDsaPrivateKey();
        return request.Create(Certificate.SubjectName, X509SignatureGenerator.CreateForECDsa(key!), from, until, serial);
    }

    private static (CertificateRequest Request, ECDsa Key) Authority(string name)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        request.CertificateExtensions.Add(
            new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        return (request, key);
    }

    private static void AddUsage(CertificateRequest request, string[] purposes)
    {
        var oids = new OidCollection();
        foreach (var purpose in purposes)
        {
            oids.Add(new Oid(purpose));
        }

        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        if (purposes.Length > 0)
        {
            // A time-stamping authority's must be critical (RFC 3161, section 2.3).
            request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension(oids, critical: true));
        }
    }
}
