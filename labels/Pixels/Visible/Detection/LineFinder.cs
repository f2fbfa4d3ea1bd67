using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Visible.Detection;

/// <summary>Finds lines of text by their structure in a plane of strokes.</summary>
internal static class LineFinder
{
    /// <summary>Maximum number of components, the largest; more are noise or texture.</summary>
    private const int MaxComponents = 1500;

    /// <summary>Maximum gap between the letters of a line, as a share of their height.</summary>
    private const double MaxGap = 0.75;

    /// <summary>Maximum gap between words, as a share of their height.</summary>
    private const double MaxWordGap = 1;

    /// <summary>Maximum length of a line, as a multiple of its height.</summary>
    private const int MaxAspect = 40;

    /// <param name="strokes">A top-hat of the picture.</param>
    /// <param name="threshold">Minimum strength of strokes.</param>
    /// <param name="heights">Range of text heights, in samples.</param>
    public static IEnumerable<TextLine> Find(Plane strokes, int threshold, (double Min, double Max) heights)
    {
        var letters = Components.Of(strokes, threshold)
            .Where(component => component.Ink >= 3 && component.Box.Height <= heights.Max && component.Box.Width <= heights.Max * 8)
            .OrderByDescending(static component => component.Ink)
            .Take(MaxComponents)
            .OrderBy(static component => component.Box.X)
            .ToList();
        var lines = Group(letters, heights.Max)
            .Select(group => Line([.. group], threshold))
            .Where(line => IsText(line, heights))
            .OrderBy(static line => line.Box.X);
        return Joined(lines);
    }

    /// <summary>Joins words, whose gaps are wider than those of letters; a comma takes the width of a whole letter.</summary>
    private static List<TextLine> Joined(IEnumerable<TextLine> words)
    {
        var lines = new List<TextLine>();
        foreach (var word in words)
        {
            var before = lines.FindLastIndex(line => Continues(line.Box, word.Box));
            if (before >= 0 && lines[before].Box.Union(word.Box) is var box && box.Width <= MaxAspect * box.Height)
            {
                lines[before] = new(box, lines[before].Letters + word.Letters, lines[before].Ink + word.Ink, word.Threshold);
            }
            else
            {
                lines.Add(word);
            }
        }

        return lines;
    }

    private static bool Continues(Box line, Box word)
    {
        var (low, high) = (Math.Min(line.Height, word.Height), Math.Max(line.Height, word.Height));
        var shared = Math.Min(line.Bottom, word.Bottom) - Math.Max(line.Y, word.Y);
        return low >= 0.6 * high && shared >= 0.75 * low && word.X - line.Right <= MaxWordGap * high && word.X >= line.X + (line.Width / 2);
    }

    private static IEnumerable<IGrouping<int, Component>> Group(List<Component> letters, double maxHeight)
    {
        var groups = Enumerable.Range(0, letters.Count).ToArray();
        for (var i = 0; i < letters.Count; i++)
        {
            for (var j = i + 1; j < letters.Count && letters[j].Box.X - letters[i].Box.Right <= MaxGap * maxHeight; j++)
            {
                if (AreNeighbours(letters[i].Box, letters[j].Box))
                {
                    groups[Root(groups, j)] = Root(groups, i);
                }
            }
        }

        return letters.Index().GroupBy(letter => Root(groups, letter.Index), static letter => letter.Item);
    }

    private static bool AreNeighbours(Box left, Box right)
    {
        var (low, high) = (Math.Min(left.Height, right.Height), Math.Max(left.Height, right.Height));
        var shared = Math.Min(left.Bottom, right.Bottom) - Math.Max(left.Y, right.Y);
        return low >= 0.12 * high && shared >= 0.5 * low && right.X - left.Right <= MaxGap * high;
    }

    private static TextLine Line(List<Component> letters, int threshold)
    {
        var box = letters.Select(static letter => letter.Box).Aggregate(static (all, next) => all.Union(next));
        return new(box, letters.Count(letter => letter.Box.Height >= 0.5 * box.Height), letters.Sum(static letter => letter.Ink),
            threshold);
    }

    private static bool IsText(TextLine line, (double Min, double Max) heights) =>
        line.Box.Height >= heights.Min && line.Box.Height <= heights.Max
        && line.Letters >= 2
        && line.Box.Width >= 0.9 * line.Box.Height && line.Box.Width <= MaxAspect * line.Box.Height
        && line.Letters >= line.Box.Width / (4.0 * line.Box.Height)
        && line.Fill is >= 0.08 and <= 0.75;

    private static int Root(int[] parents, int i)
    {
        while (parents[i] != i)
        {
            i = parents[i] = parents[parents[i]];
        }

        return i;
    }
}
