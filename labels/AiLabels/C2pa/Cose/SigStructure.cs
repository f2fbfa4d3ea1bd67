using System.Formats.Cbor;

namespace AiLabels.C2pa.Cose;

/// <summary>Encodes the bytes that a COSE signature is computed over (RFC 9052, section 4.4), without external data.</summary>
internal static class SigStructure
{
    /// <param name="context"><c>Signature1</c>, or <c>CounterSignature</c> for a time-stamp (C2PA 2.2, section 10.3.2.5.3).</param>
    /// <param name="protectedHeader">As encoded.</param>
    /// <param name="payload">The claim, or the signature that a time-stamp covers.</param>
    public static byte[] Encode(string context, ReadOnlySpan<byte> protectedHeader, ReadOnlySpan<byte> payload)
    {
        var writer = new CborWriter();
        writer.WriteStartArray(4);
        writer.WriteTextString(context);
        writer.WriteByteString(protectedHeader);
        writer.WriteByteString([]);
        writer.WriteByteString(payload);
        writer.WriteEndArray();
        return writer.Encode();
    }
}
