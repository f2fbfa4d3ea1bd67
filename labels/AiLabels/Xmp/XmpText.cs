using System.Text;

namespace AiLabels.Xmp;

/// <summary>
/// Detects the encoding of a packet. XMP has no XML declaration: ISO 16684-1 uses the byte order mark or the first bytes.
/// </summary>
internal static class XmpText
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding BigEndian = new(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true);
    private static readonly UnicodeEncoding LittleEndian = new(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true);

    /// <summary>Decodes the text without byte order mark and without the padding NULs that some writers leave.</summary>
    /// <exception cref="DecoderFallbackException">The bytes are not valid in the detected encoding.</exception>
    public static string Decode(ReadOnlySpan<byte> packet)
    {
        Encoding encoding = packet switch
        {
            [0xFE, 0xFF, ..] or [0, not 0, ..] => BigEndian,
            [0xFF, 0xFE, ..] or [not 0, 0, ..] => LittleEndian,
            _ => Utf8,
        };
        var whole = encoding == Utf8 ? packet : packet[..(packet.Length & ~1)];
        return encoding.GetString(whole).Trim('\uFEFF', '\0', ' ', '\t', '\r', '\n');
    }
}
