using System.Buffers.Binary;
using AiLabels.Pixels.Visible.Detection;

namespace AiLabels.Pixels.Visible.Reading;

/// <summary>
/// Writes grey pages as one uncompressed TIFF (revision 6.0), so that one run of tesseract reads all of them from its standard input.
/// </summary>
internal static class TiffPages
{
    private const int Entries = 8;
    private const int DirectoryLength = 2 + (Entries * 12) + 4;
    private const int HeaderLength = 8;
    private const ushort Short = 3;
    private const ushort Long = 4;

    public static byte[] Write(IReadOnlyList<Plane> pages)
    {
        var file = new byte[HeaderLength + pages.Sum(static page => DirectoryLength + Padded(page))];
        "II*\0"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(4), HeaderLength);
        var at = HeaderLength;
        foreach (var (index, page) in pages.Index())
        {
            var next = at + DirectoryLength + Padded(page);
            WriteDirectory(file.AsSpan(at), page, at + DirectoryLength, index == pages.Count - 1 ? 0 : next);
            page.Samples.CopyTo(file, at + DirectoryLength);
            at = next;
        }

        return file;
    }

    private static void WriteDirectory(Span<byte> directory, Plane page, int samples, int next)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(directory, Entries);
        ReadOnlySpan<(ushort Tag, ushort Type, int Value)> entries =
        [
            (256, Long, page.Width),
            (257, Long, page.Height),
            (258, Short, 8), // bits per sample
            (259, Short, 1), // no compression
            (262, Short, 1), // black is zero
            (273, Long, samples),
            (278, Long, page.Height),
            (279, Long, page.Samples.Length),
        ];
        for (var i = 0; i < entries.Length; i++)
        {
            var entry = directory.Slice(2 + (i * 12), 12);
            BinaryPrimitives.WriteUInt16LittleEndian(entry, entries[i].Tag);
            BinaryPrimitives.WriteUInt16LittleEndian(entry[2..], entries[i].Type);
            BinaryPrimitives.WriteInt32LittleEndian(entry[4..], 1);
            BinaryPrimitives.WriteInt32LittleEndian(entry[8..], entries[i].Value);
        }

        BinaryPrimitives.WriteInt32LittleEndian(directory[(DirectoryLength - 4)..], next);
    }

    /// <summary>Directories begin at even offsets.</summary>
    private static int Padded(Plane page) => (page.Samples.Length + 1) & ~1;
}
