using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AiLabels.C2pa.Signing;

namespace AiLabels.Testing.C2pa;

/// <summary>Signers of the product with certificates of a test.</summary>
internal static class TestClaimSigner
{
    public const string Name = "Leaf Organisation, Leaf";

    public static ClaimSigner Of(TestPki authority, AsymmetricAlgorithm? key = null, params TestPki[] chain)
    {
        var (certificates, pem) = Pem(authority, key is null ? null : new LeafOptions { Key = key }, chain);
        return ClaimSigner.FromPem(certificates, pem);
    }

    /// <summary>A certificate chain and its key, as a setting holds them.</summary>
    public static (string Certificates, string Key) Pem(TestPki authority, LeafOptions? options = null, params TestPki[] chain)
    {
        var (key, certificate) = authority.Leaf(options ?? new());
        X509Certificate2[] all = [certificate, .. chain.Select(issuer => issuer.Certificate)];
        return (string.Join('\n', all.Select(one => one.ExportCertificatePem())), key.ExportPkcs8PrivateKeyPem());
    }

    /// <summary>PKCS#12 without password in base64, as the secret of a certificate in Azure Key Vault holds it.</summary>
    public static string Pkcs12(TestPki authority, LeafOptions? options = null)
    {
        var (key, certificate) = authority.Leaf(options ?? new());
        using var own = certificate.CopyWithPrivateKey((ECDsa)key);
        return Convert.ToBase64String(own.Export(X509ContentType.Pkcs12));
    }
}
