using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace VideoGate.Local.Identity;

/// <summary>The key that signs development tokens, P-256, kept in <c>identity.pem</c> so that tokens outlive a restart.</summary>
public static class IdentityKey
{
    public static ECDsaSecurityKey LoadOrCreate(string path)
    {
        var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (File.Exists(path))
        {
            key.ImportFromPem(File.ReadAllText(path));
        }
        else
        {
            PrivateFile.Write(path, key.ExportPkcs8PrivateKeyPem());
        }

        var signing = new ECDsaSecurityKey(key);
        signing.KeyId = Base64UrlEncoder.Encode(signing.ComputeJwkThumbprint());
        return signing;
    }
}
