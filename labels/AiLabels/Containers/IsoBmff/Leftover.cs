using System.Buffers.Binary;
using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Containers.IsoBmff;

/// <summary>Bytes that are not a box: what cameras write after the movie, padding, and stray bytes at the end of user data.</summary>
internal static class Leftover
{
    private const int MaxStrayLength = 64;
    private const int HeaderLength = 8;

    /// <summary>Maximum number of zeros read; dashboard cameras pad by megabytes.</summary>
    public const int MaxPadding = 16 << 20;

    private const int BlockLength = 8 << 10;

    /// <param name="box">The damaged or truncated box, if a header could be read.</param>
    /// <param name="parent">Type of the parent; 0 for the file.</param>
    /// <returns>A note, if the bytes up to <paramref name="end"/> are no box at all, rather than a damaged one.</returns>
    public static async ValueTask<Problem?> FindAsync(
        InspectionContext inspection, MovieFacts movie, Box? box, long position, long end, uint parent)
    {
        var header = await inspection.Bytes.PeekAsync(position, (int)Math.Min(HeaderLength, end - position));
        var type = box?.Type ?? (header.Length == HeaderLength ? BinaryPrimitives.ReadUInt32BigEndian(header.Span[4..]) : 0);
        if (parent == BoxType.Udta && end - position <= MaxStrayLength && !IsName(type))
        {
            return new(Note.StrayBytes, $"The last {end - position} bytes of the user data are not a box.",
                new Source("moov/udta", position, end - position));
        }

        // Without an index in front of them the bytes may be the movie itself, damaged.
        return parent == 0 && movie.Tracks.Count > 0 && !BoxType.IsTopLevel(type)
            ? await Trailer.FindAsync(inspection.Bytes, position)
            : null;
    }

    /// <returns>
    /// Offset of the next box after zeros, or a problem: a note if there is none, a limit if the zeros were not read completely.
    /// </returns>
    public static async ValueTask<(long Next, Problem? Problem)> SkipZerosAsync(ByteReader bytes, long start)
    {
        for (var position = start; position < bytes.Length; position += BlockLength)
        {
            if (position - start > MaxPadding)
            {
                return (bytes.Length, new("limit.padding", $"The file is padded from byte {start} on; {MaxPadding} bytes of the padding were read.",
                    new Source("", start, bytes.Length - start)));
            }

            var first = (await bytes.PeekAsync(position, BlockLength)).Span.IndexOfAnyExcept((byte)0);
            if (first >= 0)
            {
                // The size of the next box begins with zeros itself.
                return (position + first - ((position + first - start) % HeaderLength), null);
            }
        }

        return (bytes.Length, new(Note.Padding, $"The last {bytes.Length - start} bytes are zeros.",
            new Source("", start, bytes.Length - start)));
    }

    /// <summary>Names of boxes are printable, and QuickTime's begin with ©.</summary>
    private static bool IsName(uint type) =>
        (type >> 24 is 0xA9 or (>= 0x20 and < 0x7F)) && (type >> 16 & 0xFF) is >= 0x20 and < 0x7F
        && (type >> 8 & 0xFF) is >= 0x20 and < 0x7F && (type & 0xFF) is >= 0x20 and < 0x7F;
}
