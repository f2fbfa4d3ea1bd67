namespace AiLabels.Pixels.Visible.Detection;

/// <summary>Finds text-like regions in overlaid pictures.</summary>
internal static class TextFinder
{
    /// <summary>Text heights as shares of the short side; the second search runs at half the size.</summary>
    private static readonly (double Min, double Max)[] Heights = [(0.018, 0.11), (0.07, 0.18)];

    /// <summary>Maximum stroke width, as a share of the short side of the searched plane.</summary>
    private const double StrokeRadius = 0.0125;

    /// <param name="pictures">Of one size; at least one.</param>
    /// <param name="drift">Speed of the text to the right, in pixels of the frame per second.</param>
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
                    .Where(detection => !found.Exists(detection.IsSameAs)));
            }
        }

        return found;
    }

    /// <summary>Returns the stronger of the strokes at each place.</summary>
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
