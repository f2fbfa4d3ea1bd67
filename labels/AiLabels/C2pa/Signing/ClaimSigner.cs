using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AiLabels.C2pa.Cose;
using AiLabels.C2pa.Hashing;
using AiLabels.C2pa.Trust;

namespace AiLabels.C2pa.Signing;

/// <summary>Signs claims with the key of a certificate. The key itself may be anywhere: only digests are given to it.</summary>
public sealed class ClaimSigner
{
    private readonly Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask<byte[]>> _signDigest;

    /// <param name="certificates">The signer's certificate and those that issued it, in any order; a root is left out.</param>
    /// <param name="signDigest">
    /// Signs a digest with the key of the signer's certificate: ECDSA with r and s concatenated (IEEE P1363), RSA with PSS padding and the
    /// same hash.
    /// </param>
    /// <exception cref="ArgumentException">The certificates are not those of one signer, or its key cannot sign claims.</exception>
    public ClaimSigner(
        IEnumerable<X509Certificate2> certificates, Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask<byte[]>> signDigest)
    {
        Chain = SignerChain.Order([.. certificates]);
        Key = KeyOf(Chain[0]);
        _signDigest = signDigest;
    }

    /// <summary>
    /// Asks a time-stamping authority: takes a TimeStampReq in DER and returns its TimeStampResp (RFC 3161). Null for none.
    /// </summary>
    public Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask<byte[]>>? TimeStampAuthority { get; private init; }

    /// <summary>The signer's certificate, then those that issued it, without the root.</summary>
    public IReadOnlyList<X509Certificate2> Chain { get; }

    /// <summary>Organization and common name of the signer.</summary>
    public string Name => SubjectName.Read(Chain[0]).Text ?? Chain[0].Subject;

    public DateTimeOffset NotBefore => Chain.Max(static certificate => certificate.NotBefore);

    /// <summary>The time at which the first certificate of the chain expires.</summary>
    public DateTimeOffset NotAfter => Chain.Min(static certificate => certificate.NotAfter);

    internal SigningKey Key { get; }

    /// <summary>Creates a signer that holds its key.</summary>
    /// <param name="certificates">Certificates in PEM.</param>
    /// <param name="key">The private key in PEM, not encrypted; it may be the same text.</param>
    /// <exception cref="ArgumentException">A part is missing, or both do not belong together.</exception>
    /// <exception cref="CryptographicException">A part cannot be decoded.</exception>
    public static ClaimSigner FromPem(string certificates, string key)
    {
        var chain = new X509Certificate2Collection();
        chain.ImportFromPem(certificates);
        return Holding(SignerChain.Order([.. chain]), key);
    }

    /// <summary>Creates a signer from a PKCS#12 file without password, as Azure Key Vault gives it.</summary>
    /// <exception cref="ArgumentException">It holds no private key, or not that of one signer.</exception>
    /// <exception cref="CryptographicException">It cannot be decoded.</exception>
    public static ClaimSigner FromPkcs12(byte[] file)
    {
        var all = X509CertificateLoader.LoadPkcs12Collection(file, password: null, X509KeyStorageFlags.Exportable);
        var signer = all.FirstOrDefault(static certificate => certificate.HasPrivateKey)
            ?? throw new ArgumentException("The PKCS#12 file holds no private key.", nameof(file));
        return new ClaimSigner(all, Sign(signer.GetECDsaPrivateKey(), signer.GetRSAPrivateKey(), KeyOf(signer).Hash));
    }

    /// <summary>Returns this signer with a time-stamping authority.</summary>
    /// <param name="timeStampAuthority">As <see cref="TimeStampAuthority"/>.</param>
    public ClaimSigner With(Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask<byte[]>> timeStampAuthority) =>
        new(Chain, _signDigest) { TimeStampAuthority = timeStampAuthority };

    /// <summary>Returns the reason why the certificates cannot sign claims at a time; null if they can.</summary>
    public string? GetError(DateTimeOffset now)
    {
        try
        {
            return CertificateProfile.ViolationOfSigner(Chain[0]) is { } violation
                ? $"The certificate of {Name} may not sign claims: {violation} (C2PA 2.2, section 14.5.1)."
                : now > NotAfter ? $"The certificates of {Name} expired at {NotAfter.UtcDateTime:u}."
                : now < NotBefore ? $"The certificates of {Name} are not valid before {NotBefore.UtcDateTime:u}."
                : null;
        }
        catch (CryptographicException e)
        {
            return $"A certificate cannot be decoded: {e.Message}";
        }
    }

    /// <exception cref="CryptographicException">The key did not sign, or it is not that of the certificate.</exception>
    internal async ValueTask<byte[]> SignAsync(byte[] data, CancellationToken cancellationToken)
    {
        var signature = await _signDigest(HashName.Hash(Key.Hash, data), cancellationToken);
        return signature.Length == Key.SignatureLength && SignatureAlgorithm.Find(Key.Number)!.Verify(Chain[0], data, signature)
            ? signature
            : throw new CryptographicException($"The signature was not made with the key of the certificate of {Name}.");
    }

    private static ClaimSigner Holding(IReadOnlyList<X509Certificate2> chain, string key)
    {
        var kind = KeyOf(chain[0]);
        AsymmetricAlgorithm own = EllipticKey.Of(chain[0]) is { } elliptic ? Import(elliptic, key) : Import(RSA.Create(), key);
        if (!own.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(chain[0].PublicKey.ExportSubjectPublicKeyInfo()))
        {
            throw new ArgumentException("The private key is not that of the certificate.", nameof(key));
        }

        return new ClaimSigner(chain, Sign(own as ECDsa, own as RSA, kind.Hash));
    }

    private static T Import<T>(T target, string key)
        where T : AsymmetricAlgorithm
    {
        try
        {
            target.ImportFromPem(key);
            return target;
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException)
        {
            throw new ArgumentException(
                "The text holds no unencrypted private key of the kind that the certificate names.", nameof(key), e);
        }
    }

    private static Func<ReadOnlyMemory<byte>, CancellationToken, ValueTask<byte[]>> Sign(
        ECDsa? elliptic, RSA? rsa, HashAlgorithmName hash) =>
        (digest, _) => ValueTask.FromResult(elliptic is not null
            ? elliptic.SignHash(digest.ToArray())
            : rsa!.SignHash(digest.ToArray(), hash, RSASignaturePadding.Pss));

    private static SigningKey KeyOf(X509Certificate2 certificate) => SigningKey.Of(certificate)
        ?? throw new ArgumentException("The key of the certificate is none of P-256, P-384, P-521 and RSA of 2,048 bits or more.");

}
