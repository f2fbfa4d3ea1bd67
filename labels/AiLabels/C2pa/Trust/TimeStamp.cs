using System.Formats.Asn1;
using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using AiLabels.C2pa.Cose;
using AiLabels.Reports;

namespace AiLabels.C2pa.Trust;

/// <summary>The time of signing of a claim, as a time-stamping authority attests it (RFC 3161; C2PA 2.2, section 15.8).</summary>
/// <param name="Time">The attested time; null unless the time-stamp is valid.</param>
/// <param name="Status">Status code of an invalid time-stamp; null if there is no time-stamp or it is valid.</param>
internal sealed record TimeStamp(DateTimeOffset? Time, string? Status)
{
    public const string Malformed = "timeStamp.malformed";
    public const string Mismatch = "timeStamp.mismatch";
    public const string OutsideValidity = "timeStamp.outsideValidity";
    public const string Untrusted = "timeStamp.untrusted";

    // A token with its certificates takes about 6 KB; decoding each certificate takes time.
    private const int MaxLength = 64 << 10;

    private static readonly HashSet<string> AllowedHashes = ["2.16.840.1.101.3.4.2.1", "2.16.840.1.101.3.4.2.2", "2.16.840.1.101.3.4.2.3"];

    /// <summary>Returns the length of the time-stamp in a signature, in bytes; 0 if there is none to verify.</summary>
    public static int LengthIn(CoseSign1 signature) =>
        (signature.UnprotectedHeader["sigTst2"] ?? signature.UnprotectedHeader["sigTst"])?["tstTokens"]?.Items is [var token]
            && token["val"]?.Bytes is { Length: <= MaxLength } value ? value.Length : 0;

    /// <param name="signature">Holds the time-stamp; version 2 covers it.</param>
    /// <param name="claim">Covered by version 1.</param>
    /// <param name="anchors">Anchors of time-stamping authorities only.</param>
    public static TimeStamp Read(CoseSign1 signature, ReadOnlySpan<byte> claim, TrustAnchors anchors)
    {
        var second = signature.UnprotectedHeader["sigTst2"];
        var container = second ?? signature.UnprotectedHeader["sigTst"];
        if (container is null)
        {
            return new TimeStamp(null, null);
        }

        if (container["tstTokens"]?.Items is not [var token] || token["val"]?.Bytes is not { Length: <= MaxLength } value)
        {
            return new TimeStamp(null, Malformed);
        }

        try
        {
            return Judge(
                TokenIn(value), anchors, second is null ? Countersigned(signature, claim) : CountersignedSignature(signature));
        }
        catch (Exception e) when (e is CryptographicException or AsnContentException or PlatformNotSupportedException)
        {
            return new TimeStamp(null, Malformed);
        }
    }

    /// <summary>Reads a time-stamp held by another manifest (section 15.8.1.2).</summary>
    /// <param name="token">DER; writers keep the response around it, which section 18.17.3 drops.</param>
    /// <param name="signature">The signature that it claims to cover.</param>
    /// <param name="anchors">Anchors of time-stamping authorities only.</param>
    public static TimeStamp ReadAdded(ReadOnlyMemory<byte> token, CoseSign1 signature, TrustAnchors anchors)
    {
        try
        {
            // c2pa-rs time-stamps the bare signature, the specification the encoded one; either proves that the signature existed.
            return token.Length <= MaxLength
                ? Judge(TokenIn(token), anchors, CountersignedSignature(signature), signature.Signature.ToArray())
                : new TimeStamp(null, Malformed);
        }
        catch (Exception e) when (e is CryptographicException or AsnContentException or PlatformNotSupportedException)
        {
            return new TimeStamp(null, Malformed);
        }
    }

    /// <summary>Returns the encoded signature that version 2 covers, CBOR type and length included.</summary>
    private static byte[] CountersignedSignature(CoseSign1 signature)
    {
        var writer = new CborWriter();
        writer.WriteByteString(signature.Signature.Span);
        return Countersigned(signature, writer.Encode());
    }

    private static byte[] Countersigned(CoseSign1 signature, ReadOnlySpan<byte> payload) =>
        SigStructure.Encode("CounterSignature", signature.EncodedProtectedHeader.Span, payload);

    private static TimeStamp Judge(ReadOnlyMemory<byte> encoded, TrustAnchors anchors, params byte[][] covered) =>
        Rfc3161TimestampToken.TryDecode(encoded, out var token, out _)
            ? Judge(token, anchors, covered)
            : new TimeStamp(null, WhyRefused(encoded.Span));

    private static TimeStamp Judge(Rfc3161TimestampToken token, TrustAnchors anchors, byte[][] covered)
    {
        if (!AllowedHashes.Contains(token.TokenInfo.HashAlgorithmId.Value!)
            || token.AsSignedCms().SignerInfos is not [{ DigestAlgorithm.Value: { } digest }] || !AllowedHashes.Contains(digest))
        {
            return new TimeStamp(null, Untrusted);
        }

        // Checks the imprint, the signature, and that the certificate is for time-stamping only.
        X509Certificate2? authority = null;
        if (!Array.Exists(covered, data => token.VerifySignatureForData(data, out authority)))
        {
            return new TimeStamp(null, Mismatch);
        }

        var time = token.TokenInfo.Timestamp;
        return CertificatePath.Find(authority!, token.AsSignedCms().Certificates, anchors, time).Status switch
        {
            PathStatus.Valid => new TimeStamp(time, null),
            PathStatus.Expired or PathStatus.NotYetValid => new TimeStamp(null, OutsideValidity),
            _ => new TimeStamp(null, Untrusted),
        };
    }

    /// <summary>
    /// Returns the status code of a token that .NET rejects, as it does if the time is outside the certificate's validity period.
    /// </summary>
    private static string WhyRefused(ReadOnlySpan<byte> encoded)
    {
        var cms = new SignedCms();
        cms.Decode(encoded);
        return Rfc3161TimestampTokenInfo.TryDecode(cms.ContentInfo.Content, out var info, out _)
            && cms.SignerInfos is [{ Certificate: { } authority }]
            && (info.Timestamp.LocalDateTime < authority.NotBefore || info.Timestamp.LocalDateTime > authority.NotAfter)
                ? OutsideValidity
                : Malformed;
    }

    /// <summary>
    /// Returns the token in a TimeStampResp: PKIStatusInfo, then the token (RFC 3161, section 2.4.2). A bare token begins with an object
    /// identifier instead. Version 1 requires the response and version 2 the token, and writers of both exist with either.
    /// </summary>
    private static ReadOnlyMemory<byte> TokenIn(ReadOnlyMemory<byte> encoded)
    {
        var fields = new AsnReader(encoded, AsnEncodingRules.BER).ReadSequence();
        if (!fields.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence))
        {
            return encoded;
        }

        // Statuses above 1 grant nothing.
        return fields.ReadSequence().ReadInteger() <= 1 ? fields.ReadEncodedValue() : default;
    }
}
