using System.Buffers;
using System.Text;
using AiLabels.Containers;
using AiLabels.Reports;

namespace VideoGate.Moderation;

/// <summary>Recognizes files that are certainly no videos by their first bytes. What it does not know goes to a person. Pure.</summary>
internal static class NoVideo
{
    // Texts in 8-bit encodings have bytes of any value from 0x80.
    private static readonly SearchValues<byte> InNoText = SearchValues.Create(
    [
        .. Enumerable.Range(0, 0x20).Where(value => value is not ('\t' or '\n' or '\f' or '\r' or 0x1B)).Select(value => (byte)value), 0x7F,
    ]);

    private static readonly byte[][] Starts =
    [
        [0xFF, 0xD8, 0xFF], // JPEG
        [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A],
        [.. "GIF87a"u8],
        [.. "GIF89a"u8],
        [.. "II*\0"u8], // TIFF
        [.. "MM\0*"u8],
        [.. "8BPS"u8], // Photoshop
        [.. "%PDF-"u8],
        [.. "PK\u0003\u0004"u8], // ZIP, and documents and apps made of one
        [.. "PK\u0005\u0006"u8],
        [.. "Rar!\u001A\u0007"u8],
        [(byte)'7', (byte)'z', 0xBC, 0xAF, 0x27, 0x1C],
        [0x1F, 0x8B, 0x08], // gzip
        [.. "\u007FELF"u8],
        [.. "ID3"u8], // MP3
        [.. "fLaC"u8],
    ];

    // Major brands of still images (ISO/IEC 23008-12, AVIF, JPEG 2000).
    private static readonly string[] ImageBrands = ["heic", "heix", "heim", "heis", "mif1", "avif", "jp2 "];

    /// <param name="head">The first bytes of the file, at least <see cref="ContainerSniffer.Length"/> unless it has fewer.</param>
    /// <param name="length">Length of the file.</param>
    public static bool Is(ReadOnlySpan<byte> head, long length) => length == 0
        || IsImage(head)
        || (ContainerSniffer.Sniff(head) is ContainerFormat.Unknown && (HasStart(head) || IsRiffOther(head) || IsText(head)));

    private static bool HasStart(ReadOnlySpan<byte> head)
    {
        foreach (var start in Starts)
        {
            if (head.StartsWith(start))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRiffOther(ReadOnlySpan<byte> head) =>
        head.Length >= 12 && head.StartsWith("RIFF"u8) && (head[8..12].SequenceEqual("WEBP"u8) || head[8..12].SequenceEqual("WAVE"u8));

    private static bool IsImage(ReadOnlySpan<byte> head) => head.Length >= 12 && head[4..8].SequenceEqual("ftyp"u8)
        && ImageBrands.Contains(Encoding.ASCII.GetString(head[8..12]));

    private static bool IsText(ReadOnlySpan<byte> head) => HasUtf16Mark(head) || (!head.IsEmpty && !head.ContainsAny(InNoText));

    private static bool HasUtf16Mark(ReadOnlySpan<byte> head) => head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
}
