using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;

namespace AiLabels.Testing.C2pa;

/// <summary>Issues time-stamps (RFC 3161, section 2.4.2).</summary>
internal sealed class TestTimeStamper(TestPki authority, LeafOptions? options = null)
{
    private const string TstInfo = "1.2.840.113549.1.9.16.1.4";
    private const string Sha256 = "2.16.840.1.101.3.4.2.1";
    private const string SigningCertificateV2 = "1.2.840.113549.1.9.16.2.47";

    private readonly X509Certificate2 _certificate = Create(authority, options ?? new LeafOptions { Purposes = [TestPki.TimeStamping] });

    /// <summary>Certificates in its tokens besides its own.</summary>
    public X509Certificate2[] Others { get; init; } = [];

    /// <summary>
    /// Version 2 covers the signature as a CBOR byte string, version 1 the claim. By the specification version 1 is a whole response and
    /// version 2 a bare token; some writers do otherwise.
    /// </summary>
    public Action<Dictionary<object, object?>, byte[], byte[], byte[]> Stamp(
        DateTimeOffset time, int version = 2, byte[]? instead = null, bool? asResponse = null) => (unprotectedHeader, header, claim,
            signature) =>
    {
        var covered = TestSigner.Structure("CounterSignature", header, instead ?? (version == 2 ? Cbor.Encode(signature) : claim));
        var token = Token(covered, time);
        var value = asResponse ?? version == 1 ? Response(token) : token;
        unprotectedHeader[version == 2 ? "sigTst2" : "sigTst"] = new Dictionary<object, object?>
        {
            ["tstTokens"] = new object?[] { new Dictionary<object, object?> { ["val"] = value } },
        };
    };

    private static X509Certificate2 Create(TestPki authority, LeafOptions options)
    {
        var (key, certificate) = authority.Leaf(options);
        return certificate.CopyWithPrivateKey((ECDsa)key);
    }

    /// <summary>Answers a TimeStampReq with a TimeStampResp, as a server does.</summary>
    public byte[] Answer(ReadOnlyMemory<byte> request, DateTimeOffset time)
    {
        Assert.True(Rfc3161TimestampRequest.TryDecode(request, out var asked, out _));
        Assert.True(asked.RequestSignerCertificate);
        return Response(Sign(Info(asked.HashAlgorithmId.Value!, asked.GetMessageHash().ToArray(), time)));
    }

    /// <summary>A DER token, without the response around it.</summary>
    public byte[] Token(byte[] data, DateTimeOffset time) => Sign(Info(Sha256, SHA256.HashData(data), time));

    private byte[] Sign(byte[] info)
    {
        var cms = new SignedCms(new ContentInfo(new Oid(TstInfo), info));
        var signer = new CmsSigner(
            _certificate)
        { IncludeOption = X509IncludeOption.EndCertOnly, DigestAlgorithm = new Oid(Sha256) };
        signer.Certificates.AddRange(Others);
        signer.SignedAttributes.Add(new AsnEncodedData(SigningCertificateV2, CertificateId()));
        cms.ComputeSignature(signer);
        return cms.Encode();
    }

    private static byte[] Info(string algorithm, byte[] hash, DateTimeOffset time)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            writer.WriteObjectIdentifier("1.2.3.4");
            using (writer.PushSequence())
            {
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(algorithm);
                }

                writer.WriteOctetString(hash);
            }

            writer.WriteInteger(42);
            writer.WriteGeneralizedTime(time, omitFractionalSeconds: true);
        }

        return writer.Encode();
    }

    private byte[] CertificateId()
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        using (writer.PushSequence())
        using (writer.PushSequence())
        {
            writer.WriteOctetString(SHA256.HashData(_certificate.RawData));
        }

        return writer.Encode();
    }

    public static byte[] Response(byte[] token)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteInteger(0);
            }

            writer.WriteEncodedValue(token);
        }

        return writer.Encode();
    }
}
