using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AiLabels.C2pa.Cose;

namespace AiLabels.C2pa.Signing;

/// <summary>The algorithm that the key of a certificate signs with (C2PA 2.2, section 13.2.1).</summary>
/// <param name="Number">COSE number.</param>
/// <param name="Hash">Hash of what is signed.</param>
/// <param name="SignatureLength">In bytes; r and s concatenated for elliptic keys.</param>
internal sealed record SigningKey(int Number, HashAlgorithmName Hash, int SignatureLength)
{
    /// <summary>Returns null for a key that .NET cannot sign with or C2PA does not allow.</summary>
    /// <exception cref="CryptographicException">The key cannot be decoded.</exception>
    public static SigningKey? Of(X509Certificate2 certificate)
    {
        using var elliptic = EllipticKey.Of(certificate);
        using var rsa = RsaKey.Of(certificate);
        return elliptic?.KeySize switch
        {
            256 => new(-7, HashAlgorithmName.SHA256, 64),
            384 => new(-35, HashAlgorithmName.SHA384, 96),
            521 => new(-36, HashAlgorithmName.SHA512, 132),
            _ => rsa is not null && RsaKey.IsLongEnough(rsa) ? new(-37, HashAlgorithmName.SHA256, (rsa.KeySize + 7) / 8) : null,
        };
    }
}
