using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AiLabels.Testing.C2pa;

namespace AiLabels.Tests.Peers;

/// <summary>Signing material for c2pa-rs.</summary>
/// <param name="Algorithm">The name in c2pa-rs.</param>
/// <param name="Certificates">PEM, the signer's first.</param>
/// <param name="Key">PKCS#8 as PEM.</param>
internal sealed record C2paSigner(string Algorithm, string Certificates, string Key)
{
    // .NET does not create Ed25519 keys. RFC 8032, section 7.1, test 1, as RFC 8410 encodes it.
    private const string Ed25519Key = "302e020100300506032b6570042204209d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
    private const string Ed25519PublicKey = "302a300506032b6570032100d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

    /// <summary>Creates a signer under an authority, with a new key of the kind that the algorithm requires.</summary>
    public static C2paSigner Create(string algorithm, TestPki authority, LeafOptions? options = null)
    {
        var (publicKey, pem) = NewKey(algorithm);
        using var certificate = authority.Certify(publicKey, options ?? new());
        return new C2paSigner(algorithm, certificate.ExportCertificatePem(), pem);
    }

    private static (PublicKey Public, string Pem) NewKey(string algorithm) => algorithm switch
    {
        "es256" => Pair(ECDsa.Create(ECCurve.NamedCurves.nistP256)),
        "es384" => Pair(ECDsa.Create(ECCurve.NamedCurves.nistP384)),
        "es512" => Pair(ECDsa.Create(ECCurve.NamedCurves.nistP521)),
        "ed25519" => (
            PublicKey.CreateFromSubjectPublicKeyInfo(Convert.FromHexString(Ed25519PublicKey), out _),
            PemEncoding.WriteString("PRIVATE KEY", Convert.FromHexString(Ed25519Key))),
        _ => Pair(RSA.Create(2048)),
    };

    private static (PublicKey Public, string Pem) Pair(AsymmetricAlgorithm key) => (new PublicKey(key), key.ExportPkcs8PrivateKeyPem());
}
