using System.Formats.Asn1;
using System.Security.Cryptography.X509Certificates;

namespace AiLabels.C2pa.Trust;

/// <summary>A stapled answer about the revocation of certificates (RFC 6960, section 4.2.1).</summary>
internal sealed record OcspResponse
{
    private const string Basic = "1.3.6.1.5.5.7.48.1.1";
    private const int MaxCertificates = 8;

    private static readonly Asn1Tag Context0 = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag Context1 = new(TagClass.ContextSpecific, 1);

    /// <summary>The tbsResponseData as it is signed.</summary>
    public required ReadOnlyMemory<byte> Signed { get; init; }

    public required string SignatureAlgorithm { get; init; }

    public required byte[] Signature { get; init; }

    public required DateTimeOffset ProducedAt { get; init; }

    public required IReadOnlyList<OcspAnswer> Answers { get; init; }

    /// <summary>DER certificates, one of which may be the responder's.</summary>
    public required IReadOnlyList<ReadOnlyMemory<byte>> Certificates { get; init; }

    /// <summary>Null for a response that says it failed or is of another type.</summary>
    /// <exception cref="AsnContentException">The bytes are no OCSP response.</exception>
    public static OcspResponse? Read(ReadOnlyMemory<byte> encoded)
    {
        var response = new AsnReader(encoded, AsnEncodingRules.DER).ReadSequence();
        if (response.ReadEnumeratedBytes().Span is not [0] || !response.HasData)
        {
            return null;
        }

        var bytes = response.ReadSequence(Context0).ReadSequence();
        if (bytes.ReadObjectIdentifier() != Basic)
        {
            return null;
        }

        var basic = new AsnReader(bytes.ReadOctetString(), AsnEncodingRules.DER).ReadSequence();
        var signed = basic.ReadEncodedValue();
        var algorithm = basic.ReadSequence().ReadObjectIdentifier();
        var signature = basic.ReadBitString(out _);
        var (producedAt, answers) = ReadData(new AsnReader(signed, AsnEncodingRules.DER).ReadSequence());
        return new OcspResponse
        {
            Signed = signed,
            SignatureAlgorithm = algorithm,
            Signature = signature,
            ProducedAt = producedAt,
            Answers = answers,
            Certificates = basic.HasData ? [.. ReadCertificates(basic.ReadSequence(Context0).ReadSequence()).Take(MaxCertificates)] : [],
        };
    }

    private static (DateTimeOffset ProducedAt, IReadOnlyList<OcspAnswer> Answers) ReadData(AsnReader data)
    {
        if (data.PeekTag().HasSameClassAndValue(Context0))
        {
            data.ReadEncodedValue();
        }

        data.ReadEncodedValue();
        var producedAt = data.ReadGeneralizedTime();
        var responses = data.ReadSequence();
        var answers = new List<OcspAnswer>();
        while (responses.HasData)
        {
            answers.Add(ReadAnswer(responses.ReadSequence()));
        }

        return (producedAt, answers);
    }

    private static OcspAnswer ReadAnswer(AsnReader single)
    {
        var id = single.ReadSequence();
        id.ReadEncodedValue();
        id.ReadEncodedValue();
        id.ReadEncodedValue();
        var serial = id.ReadIntegerBytes();
        var (status, reason) = ReadStatus(single);
        var thisUpdate = single.ReadGeneralizedTime();
        DateTimeOffset? nextUpdate = single.HasData && single.PeekTag().HasSameClassAndValue(Context0)
            ? single.ReadSequence(Context0).ReadGeneralizedTime()
            : null;
        return new OcspAnswer(serial, status, reason, thisUpdate, nextUpdate);
    }

    private static (OcspStatus Status, int? Reason) ReadStatus(AsnReader single)
    {
        if (!single.PeekTag().HasSameClassAndValue(Context1))
        {
            return (single.PeekTag().HasSameClassAndValue(Context0) ? OcspStatus.Good : OcspStatus.Unknown, Skip(single));
        }

        var revoked = single.ReadSequence(Context1);
        revoked.ReadGeneralizedTime();
        return (OcspStatus.Revoked, revoked.HasData ? revoked.ReadSequence(Context0).ReadEnumeratedBytes().Span[0] : null);
    }

    private static int? Skip(AsnReader reader)
    {
        reader.ReadEncodedValue();
        return null;
    }

    private static IEnumerable<ReadOnlyMemory<byte>> ReadCertificates(AsnReader certificates)
    {
        while (certificates.HasData)
        {
            yield return certificates.ReadEncodedValue();
        }
    }
}

internal enum OcspStatus
{
    Good,
    Revoked,
    Unknown,
}

/// <param name="Serial">Of the certificate that is asked about, big-endian.</param>
/// <param name="Status">What is known of it.</param>
/// <param name="Reason">CRLReason of a revoked one (RFC 5280, section 5.3.1).</param>
/// <param name="ThisUpdate">From when on the answer is known to be right.</param>
/// <param name="NextUpdate">By when a newer one is there.</param>
internal sealed record OcspAnswer(ReadOnlyMemory<byte> Serial, OcspStatus Status, int? Reason, DateTimeOffset ThisUpdate, DateTimeOffset? NextUpdate);
