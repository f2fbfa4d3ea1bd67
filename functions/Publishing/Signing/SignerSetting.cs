using System.Security.Cryptography;
using AiLabels.C2pa.Signing;

namespace VideoGate.Publishing.Signing;

/// <summary>Reads the platform's certificates and key from a setting.</summary>
internal static class SignerSetting
{
    private const string PemMark = "-----BEGIN ";

    /// <returns>The signer; or why there is none, null if the setting is empty. The reason never quotes the setting.</returns>
    public static (ClaimSigner? Signer, string? Error) Read(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            return (null, null);
        }

        try
        {
            return (value.Contains(PemMark, StringComparison.Ordinal)
                ? ClaimSigner.FromPem(value, value)
                : ClaimSigner.FromPkcs12(Convert.FromBase64String(value)), null);
        }
        catch (FormatException)
        {
            return (null, "It is neither PEM nor base64 of a PKCS#12 file.");
        }
        catch (CryptographicException)
        {
            return (null, "Its certificates or key cannot be decoded. PKCS#12 must have no password, a key in PEM must not be encrypted.");
        }
        catch (ArgumentException invalid)
        {
            return (null, invalid.Message);
        }
    }
}
