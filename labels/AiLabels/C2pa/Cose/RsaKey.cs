using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AiLabels.C2pa.Cose;

/// <summary>RSA keys.</summary>
internal static class RsaKey
{
    private const int MinBits = 2048;

    /// <summary>Returns true for a key of the size that C2PA 2.2, section 13.2.1 requires.</summary>
    public static bool IsLongEnough(RSA key) => key.KeySize >= MinBits;

    /// <summary>Returns null for keys of other kinds.</summary>
    /// <exception cref="CryptographicException">The key cannot be decoded.</exception>
    public static RSA? Of(X509Certificate2 certificate)
    {
        if (certificate.PublicKey.Oid.Value is not (Oids.Rsa or Oids.RsaPss))
        {
            return null;
        }

        // GetRSAPublicKey does not support keys restricted to PSS.
        var key = RSA.Create();
        try
        {
            key.ImportRSAPublicKey(certificate.PublicKey.EncodedKeyValue.RawData, out _);
            return key;
        }
        catch (CryptographicException)
        {
            key.Dispose();
            throw;
        }
    }
}
