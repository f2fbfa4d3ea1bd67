using AiLabels.Pixels.Visible.Matching;
using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Visible.Reading;

/// <summary>Finds negations of a label that are not in its own line: on a neighbouring line, or at its place at another time.</summary>
internal sealed class Denials(LabelMatcher matcher)
{
    /// <summary>Maximum distance of a neighbouring line above or below, as a multiple of the higher line.</summary>
    private const double MaxLineGap = 1.6;

    /// <summary>Maximum distance of a neighbour beside, as a multiple of the higher line.</summary>
    private const double MaxGap = 4;

    /// <summary>Minimum height of a neighbour relative to the label, and of the label relative to it: less is another text.</summary>
    private const double LeastHeight = 0.4;

    /// <param name="areTogether">Whether both are ever shown at the same time.</param>
    public bool Denies(string text, Box line, Box label, bool areTogether) =>
        text.Length > 0
        && (line.Overlap(label) > 0.2 || line.ShareIn(label) > 0.6 || label.ShareIn(line) > 0.6
            ? matcher.Negates(text) || (!areTogether && matcher.NegatesNeighbour(text, isBefore: true))
            : areTogether && AreNeighbours(line, label) && matcher.NegatesNeighbour(text, IsBefore(line, label)));

    public static bool AreNeighbours(Box line, Box label)
    {
        var (low, high) = (Math.Min(line.Height, label.Height), Math.Max(line.Height, label.Height));
        var (across, down) = (Gap(line.X, line.Right, label.X, label.Right), Gap(line.Y, line.Bottom, label.Y, label.Bottom));
        var isBeside = down <= -0.5 * low && across <= MaxGap * high;
        var isAboveOrBelow = down <= MaxLineGap * high && across <= 0;
        return low >= LeastHeight * high && (isBeside || isAboveOrBelow);
    }

    private static bool IsBefore(Box line, Box label) =>
        Gap(line.Y, line.Bottom, label.Y, label.Bottom) <= -0.5 * Math.Min(line.Height, label.Height) ? line.X < label.X : line.Y < label.Y;

    /// <returns>The distance of two ranges; negative for the length that they share.</returns>
    private static int Gap(int from, int to, int otherFrom, int otherTo) => Math.Max(from, otherFrom) - Math.Min(to, otherTo);
}
