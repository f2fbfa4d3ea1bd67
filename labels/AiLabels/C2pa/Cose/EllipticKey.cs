using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AiLabels.C2pa.Cose;

/// <summary>Elliptic keys on the curves of C2PA 2.2, section 13.2.1.</summary>
internal static class EllipticKey
{
    /// <summary>Returns null for keys of other kinds and on other curves, which the platform may not support.</summary>
    /// <exception cref="CryptographicException">The key is not a point of its curve.</exception>
    public static ECDsa? Of(X509Certificate2 certificate) =>
        certificate.PublicKey.Oid.Value == Oids.EllipticCurve && CurveOf(certificate.PublicKey) is Oids.P256 or Oids.P384 or Oids.P521
            ? certificate.GetECDsaPublicKey()
            : null;

    private static string? CurveOf(PublicKey key)
    {
        try
        {
            return AsnDecoder.ReadObjectIdentifier(key.EncodedParameters?.RawData, AsnEncodingRules.DER, out _);
        }
        catch (AsnContentException)
        {
            return null;
        }
    }
}
