namespace AiLabels.Pixels.Visible.Detection;

/// <summary>Finds what is built like text in pictures laid over each other.</summary>
internal static class TextFinder
{
    /// <summary>Heights of text in parts of the short side; the second search runs at half the size.</summary>
    private static readonly (double Min, double Max)[] Heights = [(0.018, 0.11), (0.07, 0.18)];

    /// <summary>Strokes are at most this share of the short side of the plane that is searched.</summary>
    private const double StrokeRadius = 0.0125;

    /// <param name="pictures">Of one size; at least one.</param>
    public static List<Sighting> Find(IReadOnlyList<Picture> pictures)
    {
        var found = new List<Sighting>();
        foreach (var polarity in Enum.GetValues<Polarity>())
        {
            var plane = Overlay([.. pictures.Select(static picture => picture.Small)], polarity);
            foreach (var (level, heights) in Heights.Index())
            {
                var scale = pictures[0].Factor << level;
                found.AddRange(Lines(plane.Reduced(1 << level), heights)
                    .Select(line => new Sighting(pictures, line.Box.Times(scale), polarity, line.Threshold))
                    .Where(sighting => !found.Exists(sighting.IsSameAs)));
            }
        }

        return found;
    }

    /// <summary>What stood still, as bright on dark: of bright text the darkest of its samples, of dark text the brightest, inverted.</summary>
    public static Plane Overlay(IReadOnlyList<Plane> planes, Polarity polarity) =>
        polarity == Polarity.Bright ? Plane.Darkest(planes) : Plane.Brightest(planes).Inverted();

    private static List<TextLine> Lines(Plane plane, (double Min, double Max) heights)
    {
        var strokes = TopHat.Of(plane, Math.Max(2, (int)Math.Round(plane.ShortSide * StrokeRadius)));
        return LineFinder.Find(strokes, (heights.Min * plane.ShortSide, heights.Max * plane.ShortSide));
    }
}
