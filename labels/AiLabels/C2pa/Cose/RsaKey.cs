using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AiLabels.C2pa.Cose;

/// <summary>RSA keys of the size that C2PA 2.2, section 13.2.1 requires.</summary>
internal static class RsaKey
{
    private const int MinBits = 2048;

    /// <summary>Returns null for keys of other kinds and for shorter keys.</summary>
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
        }
        catch (CryptographicException)
        {
            key.Dispose();
            throw;
        }

        if (key.KeySize >= MinBits)
        {
            return key;
        }

        key.Dispose();
        return null;
    }
}
