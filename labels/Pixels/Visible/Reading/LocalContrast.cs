using AiLabels.Pixels.Visible.Detection;
using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Visible.Reading;

/// <summary>Normalizes the strength of the letters of a line over changing ground, such as white on yellow and blue.</summary>
internal static class LocalContrast
{
    /// <summary>Maximum strength of encoder noise.</summary>
    private const int Weakest = 14;

    /// <param name="line">Position of the text in the plane; its letters are about as wide as it is high.</param>
    public static Plane Stretched(Plane strokes, Box line)
    {
        var columns = Enumerable.Range(0, strokes.Width).Select(x => StrongestOf(strokes, line, x)).ToArray();
        var samples = new byte[strokes.Samples.Length];
        for (var x = 0; x < strokes.Width; x++)
        {
            var around = columns.AsSpan(Math.Max(0, x - (line.Height / 2))..Math.Min(strokes.Width, x + (line.Height / 2) + 1));
            var strongest = Weakest;
            foreach (var column in around)
            {
                strongest = Math.Max(strongest, column);
            }

            for (var at = x; at < samples.Length; at += strokes.Width)
            {
                samples[at] = (byte)Math.Min(byte.MaxValue, strokes.Samples[at] * byte.MaxValue / strongest);
            }
        }

        return strokes with { Samples = samples };
    }

    /// <summary>Returns the mean strength of strokes along a line: low if a part is hardly visible, however strong the rest is.</summary>
    public static double MeanOf(Plane strokes, Box line) =>
        Enumerable.Range(line.X, line.Width).Average(x => StrongestOf(strokes, line, x));

    private static int StrongestOf(Plane strokes, Box line, int x)
    {
        var strongest = 0;
        for (var y = line.Y; y < line.Bottom; y++)
        {
            strongest = Math.Max(strongest, strokes.Row(y)[x]);
        }

        return strongest;
    }
}
