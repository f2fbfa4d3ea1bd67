using System.Formats.Cbor;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using AiLabels.C2pa.Cose;

namespace AiLabels.C2pa.Signing;

/// <summary>Signs claims as COSE_Sign1_Tagged of a length that is known before the claim is (C2PA 2.2, sections 10.4 and 13.2).</summary>
internal sealed class ClaimSeal(ClaimSigner signer)
{
    private const CborTag Sign1 = (CborTag)18;
    private const int AlgorithmHeader = 1;
    private const int ChainHeader = 33;

    /// <summary>Tokens take about 6 KB, and as much again for each further certificate.</summary>
    private const int TimeStampReserve = 24 << 10;

    /// <summary>From here to 64 KiB the length of a byte string takes two bytes, so that padding has any length.</summary>
    private const int MinPadding = 256;
    private const int PaddingHead = 2;

    private readonly byte[] _header = Header(signer);

    /// <summary>Returns a seal of the final length without content.</summary>
    public byte[] Reserve() => signer.TimeStampAuthority is null
        ? Encode(null, null, new byte[signer.Key.SignatureLength])
        : Encode(new byte[TimeStampReserve], null, new byte[signer.Key.SignatureLength]);

    /// <returns>The seal, and the reason why it has no time-stamp although one was to be asked for.</returns>
    /// <exception cref="CryptographicException">The key did not sign.</exception>
    public async ValueTask<(byte[] Seal, string? NoTimeStamp)> SignAsync(byte[] claim, CancellationToken cancellationToken)
    {
        var signature = await signer.SignAsync(SigStructure.Encode("Signature1", _header, claim), cancellationToken);
        if (signer.TimeStampAuthority is null)
        {
            return (Encode(null, null, signature), null);
        }

        var (token, problem) = await StampAsync(signature, cancellationToken);
        if (PaddingBeside(token, signature) < MinPadding)
        {
            (problem, token) = ($"The time-stamp has {token?.Length} bytes; at most {TimeStampReserve} fit.", null);
        }

        return (Encode(new byte[PaddingBeside(token, signature)], token, signature), problem);
    }

    private int PaddingBeside(byte[]? token, byte[] signature) =>
        Reserve().Length - Encode([], token, signature).Length - PaddingHead;

    /// <summary>A time-stamp of the second version, which covers the encoded signature (section 10.3.2.5).</summary>
    private async ValueTask<(byte[]? Token, string? Problem)> StampAsync(byte[] signature, CancellationToken cancellationToken)
    {
        var covered = new CborWriter();
        covered.WriteByteString(signature);
        var request = Rfc3161TimestampRequest.CreateFromData(
            SigStructure.Encode("CounterSignature", _header, covered.Encode()), signer.Key.Hash, requestSignerCertificates: true);
        try
        {
            var answer = await signer.TimeStampAuthority!(request.Encode(), cancellationToken);
            return (request.ProcessResponse(answer, out _).AsSignedCms().Encode(), null);
        }
        catch (Exception e) when (e is IOException or HttpRequestException or CryptographicException
            || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return (null, e.Message);
        }
    }

    /// <summary>The chain is signed with the rest: x5chain in the protected header (section 14.5; RFC 9360).</summary>
    private static byte[] Header(ClaimSigner signer)
    {
        var writer = new CborWriter();
        writer.WriteStartMap(2);
        writer.WriteInt32(AlgorithmHeader);
        writer.WriteInt32(signer.Key.Number);
        writer.WriteInt32(ChainHeader);
        if (signer.Chain is [var only])
        {
            writer.WriteByteString(only.RawData);
        }
        else
        {
            writer.WriteStartArray(signer.Chain.Count);
            foreach (var certificate in signer.Chain)
            {
                writer.WriteByteString(certificate.RawData);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndMap();
        return writer.Encode();
    }

    private byte[] Encode(byte[]? padding, byte[]? token, byte[] signature)
    {
        var writer = new CborWriter();
        writer.WriteTag(Sign1);
        writer.WriteStartArray(4);
        writer.WriteByteString(_header);
        writer.WriteStartMap((padding is null ? 0 : 1) + (token is null ? 0 : 1));
        if (padding is not null)
        {
            writer.WriteTextString("pad");
            writer.WriteByteString(padding);
        }

        if (token is not null)
        {
            writer.WriteTextString("sigTst2");
            writer.WriteEncodedValue(
                CborEncoding.Encode(new CborMap { ["tstTokens"] = new CborMap[] { new() { ["val"] = token } } }));
        }

        writer.WriteEndMap();
        writer.WriteNull();
        writer.WriteByteString(signature);
        writer.WriteEndArray();
        return writer.Encode();
    }
}
