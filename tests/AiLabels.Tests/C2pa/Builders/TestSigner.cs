using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace AiLabels.Tests.C2pa.Builders;

/// <summary>Signs claims as COSE_Sign1 with a certificate of its own making.</summary>
internal sealed class TestSigner
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly byte[] _certificate;

    public TestSigner(string subject)
    {
        var request = new CertificateRequest(subject, _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.4")], critical: false));
        using var self = request.CreateSelfSigned(new DateTimeOffset(2024, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2044, 1, 1, 0, 0, 0, TimeSpan.Zero));
        _certificate = self.RawData;
    }

    public static TestSigner Default { get; } = new("CN=Test Signer, O=Test Organisation");

    public byte[] Sign(byte[] claim)
    {
        var header = Cbor.Encode(new Dictionary<object, object?> { [1] = -7, [33] = new object?[] { _certificate } });
        var signature = _key.SignData(Cbor.Encode(new object?[] { "Signature1", header, Array.Empty<byte>(), claim }), HashAlgorithmName.SHA256);
        var writer = new CborWriter();
        writer.WriteTag((CborTag)18);
        writer.WriteEncodedValue(Cbor.Encode(new object?[] { header, new Dictionary<object, object?>(), null, signature }));
        return writer.Encode();
    }
}
