using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using AiLabels.C2pa.Cbor;
using AiLabels.C2pa.Cose;
using AiLabels.C2pa.Manifests;

namespace AiLabels.C2pa;

/// <summary>Who a manifest's certificate says signed it. A claim as long as nothing is verified.</summary>
internal static class Signer
{
    /// <summary>Null where no signature or no certificate can be read.</summary>
    public static SubjectName? Read(Manifest manifest, CborLimits limits)
    {
        if (manifest.Signature is not { } encoded)
        {
            return null;
        }

        try
        {
            if (CertificateChain.Read(CoseSign1.Read(encoded, limits)) is not [var leaf, ..])
            {
                return null;
            }

            using var certificate = X509CertificateLoader.LoadCertificate(leaf.Span);
            return SubjectName.Read(certificate);
        }
        catch (Exception e) when (e is ManifestException or CryptographicException)
        {
            return null;
        }
    }
}
