using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AiLabels.Testing.C2pa;

/// <summary>OCSP responses about the revocation of certificates (RFC 6960, section 4.2.1).</summary>
internal static class TestOcsp
{
    private static readonly DateTimeOffset Produced = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Asn1Tag Context0 = new(TagClass.ContextSpecific, 0, isConstructed: true);
    private static readonly Asn1Tag Context1 = new(TagClass.ContextSpecific, 1, isConstructed: true);

    /// <param name="serial">Serial number of the certificate.</param>
    /// <param name="isRevoked">Its status.</param>
    /// <param name="signer">Signer of the response, with its key.</param>
    /// <param name="responders">The signer's certificate, if it is not the issuer.</param>
    public static Action<Dictionary<object, object?>, byte[], byte[], byte[]> Staple(
        byte[] serial, bool isRevoked, ECDsa signer, params X509Certificate2[] responders) => (unprotectedHeader, _, _, _) =>
        unprotectedHeader["rVals"] =
            new Dictionary<object, object?> { ["ocspVals"] = new object?[] { Response(serial, isRevoked, signer, responders) } };

    /// <param name="serial">Serial number of the certificate.</param>
    /// <param name="isRevoked">Its status.</param>
    /// <param name="signer">Signer of the response, with its key.</param>
    /// <param name="responders">The signer's certificate, if it is not the issuer.</param>
    /// <param name="revokedAt">Time of the revocation; defaults to the time of the response.</param>
    public static byte[] Response(
        byte[] serial, bool isRevoked, ECDsa signer, X509Certificate2[]? responders = null, DateTimeOffset? revokedAt = null)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue([0x0A, 1, 0]);
            using (writer.PushSequence(Context0))
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("1.3.6.1.5.5.7.48.1.1");
                writer.WriteOctetString(Basic(serial, isRevoked ? revokedAt ?? Produced : null, signer, responders ?? []));
            }
        }

        return writer.Encode();
    }

    private static byte[] Basic(byte[] serial, DateTimeOffset? revokedAt, ECDsa signer, X509Certificate2[] responders)
    {
        var data = Data(serial, revokedAt);
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteEncodedValue(data);
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("1.2.840.10045.4.3.2");
            }

            writer.WriteBitString(signer.SignData(data, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));
            if (responders.Length > 0)
            {
                using (writer.PushSequence(Context0))
                using (writer.PushSequence())
                {
                    foreach (var responder in responders)
                    {
                        writer.WriteEncodedValue(responder.RawData);
                    }
                }
            }
        }

        return writer.Encode();
    }

    private static byte[] Data(byte[] serial, DateTimeOffset? revokedAt)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence(new Asn1Tag(TagClass.ContextSpecific, 2, isConstructed: true)))
            {
                writer.WriteOctetString(new byte[20]);
            }

            writer.WriteGeneralizedTime(Produced, omitFractionalSeconds: true);
            using (writer.PushSequence())
            using (writer.PushSequence())
            {
                WriteCertificateId(writer, serial);
                WriteStatus(writer, revokedAt);
                writer.WriteGeneralizedTime(Produced, omitFractionalSeconds: true);
                using (writer.PushSequence(Context0))
                {
                    writer.WriteGeneralizedTime(Produced.AddYears(50), omitFractionalSeconds: true);
                }
            }
        }

        return writer.Encode();
    }

    private static void WriteCertificateId(AsnWriter writer, byte[] serial)
    {
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("1.3.14.3.2.26");
            }

            writer.WriteOctetString(new byte[20]);
            writer.WriteOctetString(new byte[20]);
            writer.WriteInteger(serial);
        }
    }

    private static void WriteStatus(AsnWriter writer, DateTimeOffset? revokedAt)
    {
        if (revokedAt is not { } time)
        {
            writer.WriteNull(new Asn1Tag(TagClass.ContextSpecific, 0));
            return;
        }

        using (writer.PushSequence(Context1))
        {
            writer.WriteGeneralizedTime(time, omitFractionalSeconds: true);
        }
    }
}
