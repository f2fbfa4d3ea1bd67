using System.Numerics;

namespace AiLabels.Pixels.Frames;

/// <summary>A compact fingerprint of a picture: two fingerprints show whether their pictures are similar.</summary>
/// <param name="Hash">Difference hash: a bit for each of 8 × 8 places that are clearly brighter than their right neighbour.</param>
/// <param name="Colours">Mean luma, then Cb, then Cr of 8 × 8 cells, row by row: pictures without edges differ only here.</param>
public sealed record FrameFingerprint(ulong Hash, ReadOnlyMemory<byte> Colours)
{
    private const int Side = 8;

    /// <summary>
    /// Minimum difference between neighbours, in levels; smaller ones are noise and would make the hash of a plain area random.
    /// </summary>
    private const int Contrast = 3;

    public static FrameFingerprint Of(Frame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var colours = new byte[3 * Side * Side];
        Means(frame.Luma.Span, frame.Width, frame.Height, Side, colours);
        Means(frame.Cb.Span, frame.Width / 2, frame.Height / 2, Side, colours.AsSpan(Side * Side));
        Means(frame.Cr.Span, frame.Width / 2, frame.Height / 2, Side, colours.AsSpan(2 * Side * Side));
        return new(HashOf(frame), colours);
    }

    /// <summary>Returns the number of different bits of the hashes, 0 to 64.</summary>
    public int HashDistance(FrameFingerprint other) => BitOperations.PopCount(Hash ^ other.Hash);

    /// <summary>Returns the largest difference of one cell in one component, in levels of 255.</summary>
    public int ColourDistance(FrameFingerprint other)
    {
        var greatest = 0;
        for (var i = 0; i < Colours.Length; i++)
        {
            greatest = Math.Max(greatest, Math.Abs(Colours.Span[i] - other.Colours.Span[i]));
        }

        return greatest;
    }

    private static ulong HashOf(Frame frame)
    {
        Span<byte> cells = stackalloc byte[(Side + 1) * Side];
        Means(frame.Luma.Span, frame.Width, frame.Height, Side + 1, cells);
        var hash = 0UL;
        for (var i = 0; i < Side * Side; i++)
        {
            var cell = (i / Side * (Side + 1)) + (i % Side);
            hash = (hash << 1) | (cells[cell] - cells[cell + 1] >= Contrast ? 1UL : 0);
        }

        return hash;
    }

    /// <summary>Computes the mean of each cell; a picture with fewer samples than cells repeats them.</summary>
    private static void Means(ReadOnlySpan<byte> plane, int width, int height, int columns, Span<byte> means)
    {
        for (var row = 0; row < Side; row++)
        {
            var (top, bottom) = Range(row, Side, height);
            for (var column = 0; column < columns; column++)
            {
                var (left, right) = Range(column, columns, width);
                long sum = 0;
                for (var y = top; y < bottom; y++)
                {
                    foreach (var sample in plane.Slice((y * width) + left, right - left))
                    {
                        sum += sample;
                    }
                }

                means[(row * columns) + column] = (byte)(sum / ((bottom - top) * (right - left)));
            }
        }
    }

    private static (int From, int To) Range(int index, int count, int length)
    {
        var from = index * length / count;
        return (from, Math.Max(from + 1, (index + 1) * length / count));
    }
}
