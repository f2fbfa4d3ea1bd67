using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Visible.Recognition;

/// <summary>A region of a frame that the detector takes for text.</summary>
/// <param name="Box">In pixels of the frame, with the margin that the recognizer needs.</param>
/// <param name="Score">Mean probability of text in it, 0 to 1.</param>
internal sealed record TextRegion(Box Box, double Score)
{
    /// <summary>Minimum ratio of the heights of two words of one line.</summary>
    private const double LeastHeight = 0.35;

    /// <summary>Minimum share of the lower word beside the other.</summary>
    private const double LeastBeside = 0.6;

    /// <summary>Maximum gap between words, as a multiple of the higher one.</summary>
    private const double MaxGap = 0.75;

    /// <summary>Text higher than this many times its width reads from top to bottom.</summary>
    private const double VerticalFrom = 1.8;

    /// <summary>Joins the words of a line, and letters that the detector separates.</summary>
    public static List<TextRegion> Joined(IEnumerable<TextRegion> words)
    {
        var lines = new List<TextRegion>();
        foreach (var word in words.OrderBy(static word => word.Box.X))
        {
            var at = lines.FindIndex(line => Continues(line.Box, word.Box));
            if (at < 0)
            {
                lines.Add(word);
            }
            else
            {
                lines[at] = new(lines[at].Box.Union(word.Box), Math.Max(lines[at].Score, word.Score));
            }
        }

        return lines;
    }

    private static bool Continues(Box line, Box word)
    {
        var (low, high) = (Math.Min(line.Height, word.Height), Math.Max(line.Height, word.Height));
        var beside = Math.Min(line.Bottom, word.Bottom) - Math.Max(line.Y, word.Y);
        var isVertical = line.Height > VerticalFrom * line.Width && line.Height > 2.5 * word.Height;
        return !isVertical && low >= LeastHeight * high && beside >= LeastBeside * low && word.X - line.Right <= MaxGap * high;
    }
}
