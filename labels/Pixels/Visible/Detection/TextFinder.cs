namespace AiLabels.Pixels.Visible.Detection;

/// <summary>Finds what is built like text in pictures laid over each other.</summary>
internal static class TextFinder
{
    /// <summary>Heights of text in parts of the short side; the second search runs at half the size.</summary>
    private static readonly (double Min, double Max)[] Heights = [(0.018, 0.11), (0.07, 0.18)];

    /// <summary>Strokes are at most this share of the short side of the plane that is searched.</summary>
    private const double StrokeRadius = 0.0125;

    /// <param name="pictures">Of one size; at least one.</param>
    /// <param name="drift">Pixels of the frame that what is looked for moves to the right in a second.</param>
    public static List<TextDetection> Find(IReadOnlyList<Picture> pictures, double drift = 0)
    {
        var steady = pictures.Select(
            picture => picture.Small.Shifted((int)Math.Round(-drift * (picture.Time - pictures[0].Time).TotalSeconds / picture.Factor)))
                .ToList();
        var found = new List<TextDetection>();
        foreach (var polarity in Enum.GetValues<Polarity>())
        {
            var planes = Primaries.Overlay(steady, polarity);
            foreach (var (level, heights) in Heights.Index())
            {
                var scale = pictures[0].Factor << level;
                found.AddRange(Lines([.. planes.Select(plane => plane.Reduced(1 << level))], heights)
                    .Select(line => new TextDetection(pictures, line.Box.Times(scale), polarity, line.Threshold, drift))
                    .Where(sighting => !found.Exists(sighting.IsSameAs)));
            }
        }

        return found;
    }

    /// <summary>The stronger of the strokes at each place.</summary>
    public static Plane Strokes(IReadOnlyList<Plane> planes, int radius)
    {
        var strokes = planes.Select(plane => TopHat.Of(plane, radius)).ToList();
        return Plane.Brightest(strokes);
    }

    private static List<TextLine> Lines(IReadOnlyList<Plane> planes, (double Min, double Max) heights)
    {
        var side = planes[0].ShortSide;
        var strokes = Strokes(planes, Math.Max(2, (int)Math.Round(side * StrokeRadius)));
        return LineFinder.Find(strokes, (heights.Min * side, heights.Max * side));
    }
}
