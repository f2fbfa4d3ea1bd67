using System.Formats.Asn1;
using AiLabels.C2pa.Cbor;

namespace AiLabels.C2pa.Trust;

/// <summary>An OCSP response: the revocation status of certificates (RFC 6960, section 4.2.1).</summary>
internal sealed record OcspResponse
{
    private const string Basic = "1.3.6.1.5.5.7.48.1.1";
    private const int MaxLength = 64 << 10;
    private const int MaxCertificates = 8;

    private static readonly Asn1Tag Context0 = new(TagClass.ContextSpecific, 0);
    private static readonly Asn1Tag Context1 = new(TagClass.ContextSpecific, 1);

    /// <summary>The tbsResponseData as signed.</summary>
    public required ReadOnlyMemory<byte> Signed { get; init; }

    public required string SignatureAlgorithm { get; init; }

    public required byte[] Signature { get; init; }

    public required DateTimeOffset ProducedAt { get; init; }

    public required IReadOnlyList<OcspAnswer> Answers { get; init; }

    /// <summary>DER certificates, one of which may be the responder's.</summary>
    public required IReadOnlyList<ReadOnlyMemory<byte>> Certificates { get; init; }

    /// <summary>Returns the responses that can be read and hold an answer.</summary>
    public static IEnumerable<OcspResponse> ReadAll(IEnumerable<CborNode> items) => items
        .Select(item => item.Bytes).OfType<ReadOnlyMemory<byte>>()
        .Where(encoded => encoded.Length <= MaxLength)
        .Select(TryRead).OfType<OcspResponse>();

    private static OcspResponse? TryRead(ReadOnlyMemory<byte> encoded)
    {
        try
        {
            return Read(encoded);
        }
        catch (AsnContentException)
        {
            return null;
        }
    }

    /// <summary>Returns null for an unsuccessful response or one of another type.</summary>
    private static OcspResponse? Read(ReadOnlyMemory<byte> encoded)
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
        var (status, revokedAt, reason) = ReadStatus(single);
        var thisUpdate = single.ReadGeneralizedTime();
        DateTimeOffset? nextUpdate = single.HasData && single.PeekTag().HasSameClassAndValue(Context0)
            ? single.ReadSequence(Context0).ReadGeneralizedTime()
            : null;
        return new OcspAnswer(serial, status, revokedAt, reason, thisUpdate, nextUpdate);
    }

    private static (OcspStatus Status, DateTimeOffset? RevokedAt, int? Reason) ReadStatus(AsnReader single)
    {
        if (!single.PeekTag().HasSameClassAndValue(Context1))
        {
            var status = single.PeekTag().HasSameClassAndValue(Context0) ? OcspStatus.Good : OcspStatus.Unknown;
            single.ReadEncodedValue();
            return (status, null, null);
        }

        var revoked = single.ReadSequence(Context1);
        return (OcspStatus.Revoked, revoked.ReadGeneralizedTime(),
            revoked.HasData ? revoked.ReadSequence(Context0).ReadEnumeratedBytes().Span[0] : null);
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

/// <param name="Serial">Serial number of the certificate, big-endian.</param>
/// <param name="Status">Its status.</param>
/// <param name="RevokedAt">Time of the revocation, if revoked.</param>
/// <param name="Reason">CRLReason of a revoked certificate (RFC 5280, section 5.3.1).</param>
/// <param name="ThisUpdate">Time from which the status is known to be correct.</param>
/// <param name="NextUpdate">Time by which a newer status is available.</param>
internal sealed record OcspAnswer(
    ReadOnlyMemory<byte> Serial, OcspStatus Status, DateTimeOffset? RevokedAt, int? Reason, DateTimeOffset ThisUpdate,
    DateTimeOffset? NextUpdate)
{
    private const int RemoveFromCrl = 8;

    public bool IsRevocation => Status == OcspStatus.Revoked && Reason != RemoveFromCrl;

    /// <summary>True if the certificate is good; one removed from hold counts as never revoked (C2PA 2.2, section 15.9.1).</summary>
    public bool IsGood => Status == OcspStatus.Good || (Status == OcspStatus.Revoked && Reason == RemoveFromCrl);
}
