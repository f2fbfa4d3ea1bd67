using System.Buffers;
using System.Text;

namespace AiLabels.Xmp;

/// <summary>
/// Detects the encoding of a packet. XMP has no XML declaration: ISO 16684-1 uses the byte order mark or the first bytes.
/// </summary>
internal static class XmpText
{
    // Replacement characters of an encoding for bytes that are not text.
    private const char Replacement = '\uFFFD';

    // XML 1.0 section 2.2 allows no control characters but tab, line feed and carriage return.
    private static readonly SearchValues<char> NoText = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Select(static c => (char)c).Except(['\t', '\n', '\r']), '\uFFFD', '\uFFFE', '\uFFFF']);

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: false);
    private static readonly UnicodeEncoding BigEndian = new(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: false);
    private static readonly UnicodeEncoding LittleEndian = new(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: false);

    /// <summary>Decodes the text without byte order mark and without the padding NULs that some writers leave.</summary>
    /// <param name="packet">UTF-8 or UTF-16.</param>
    /// <param name="isDamaged">True if bytes were not text in that encoding, or not characters of XML 1.0; they are replaced.</param>
    public static string Decode(ReadOnlySpan<byte> packet, out bool isDamaged)
    {
        Encoding encoding = packet switch
        {
            [0xFE, 0xFF, ..] or [0, not 0, ..] => BigEndian,
            [0xFF, 0xFE, ..] or [not 0, 0, ..] => LittleEndian,
            _ => Utf8,
        };
        var whole = encoding == Utf8 ? packet : packet[..(packet.Length & ~1)];
        var text = encoding.GetString(whole).Trim('\uFEFF', '\0', ' ', '\t', '\r', '\n');
        isDamaged = text.AsSpan().ContainsAny(NoText);
        return isDamaged ? string.Concat(text.Select(static c => NoText.Contains(c) ? Replacement : c)) : text;
    }
}
