using AiLabels.Pixels.Visible.Detection;
using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Visible.Reading;

/// <summary>The strokes of one line of text, cropped at full size: 0 is ground, 255 ink.</summary>
/// <param name="Picture">The region of the picture, text bright on dark.</param>
/// <param name="Strokes">Its strokes only.</param>
/// <param name="Region">Position of the region, in pixels of the frame.</param>
/// <param name="Ink">Bounds of the line's ink, in pixels of the frame.</param>
/// <param name="Seen">Bounds found at reduced size: less exact, but without what the full size adds.</param>
/// <param name="View">What its letters are told from the ground by.</param>
internal sealed record TextLineCrop(
    Plane Picture, Plane Strokes, Box Region, Box Ink, Box Seen, InkView View, Polarity Polarity)
{
    /// <summary>Factor by which colour must be stronger than luma to be read, because it has half the resolution.</summary>
    private const double ColourHandicap = 1.4;

    /// <summary>Maximum height of letters, as a multiple of the usual height in the line: ascenders and descenders are below it.</summary>
    private const double BarHeight = 1.7;

    /// <summary>Margin of the crop beside a line, as a multiple of its height: a letter may have been missed there.</summary>
    private const double Beside = 1.3;

    private const double Above = 0.45;

    /// <summary>Maximum length of the part of a letter below a line, as a share of its height.</summary>
    private const double MaxDescender = 0.45;

    /// <summary>Maximum gap where a weak stroke is lost, as a share of the line's height.</summary>
    private const double MaxBreak = 0.12;

    /// <summary>Maximum continuation of a line beside its detected part, as a multiple of its height.</summary>
    private const int MaxRest = 14;

    /// <summary>Maximum height of a line, as a multiple of its detected height; a higher one is joined to text above or below it.</summary>
    private const double MaxGrowth = 1.25;

    /// <summary>
    /// Ink is at least half as strong as the strongest strokes: the edge of a letter is where the strength falls to half.
    /// </summary>
    public const int InkThreshold = 128;

    /// <summary>
    /// Thresholds in order: on uneven ground strokes vary too, so if half finds less of the line than was detected, a lower one is tried.
    /// </summary>
    private static readonly int[] Thresholds = [InkThreshold, InkThreshold / 2, InkThreshold / 4];

    /// <summary>Bounds of the line's ink, in samples of the region.</summary>
    public Box Inner => Ink.Shifted(-Region.X, -Region.Y);

    /// <param name="view">Null for the clearer one of <see cref="InkView.Luma"/> and <see cref="InkView.Primary"/>.</param>
    /// <returns>The crop, or null if the full size shows no line.</returns>
    public static TextLineCrop? Of(TextDetection detection, InkView? view = null)
    {
        var (box, picture) = (detection.Box, detection.Pictures[0]);
        var region = box.Grown((int)(Beside * box.Height) + 2, (int)(Above * box.Height) + 2, picture.Width, picture.Height);
        var inner = box.Shifted(-region.X, -region.Y);
        var parts = detection.Parts(region);
        var best = (view is { } asked ? [asked] : (InkView[])[InkView.Luma, InkView.Primary])
            .Select(view => (Plane: Primaries.Overlay(parts, detection.Polarity, view), View: view))
            .Select(seen => (seen.Plane, Strokes: StrokesOf(seen.Plane, box.Height), seen.View))
            .MaxBy(seen => LocalContrast.MeanOf(seen.Strokes, inner) * (seen.View == InkView.Luma ? ColourHandicap : 1));
        var cut = new TextLineCrop(best.Plane, best.Strokes, region, default, box, best.View, detection.Polarity);
        var stretched = Stretched(best.Strokes, Strongest(best.Strokes.Crop(inner)));
        var lines = new[] { stretched, LocalContrast.Stretched(best.Strokes, inner), Alone(stretched, inner) }.Select(
            strokes => cut.Bounded(strokes, inner)).OfType<TextLineCrop>();
        return lines.OrderBy(line => line.Ink.Height > MaxGrowth * box.Height).FirstOrDefault();
    }

    /// <summary>Returns all of a detection, where no line can be told from what is around it.</summary>
    public static TextLineCrop Whole(TextDetection detection)
    {
        var (box, picture) = (detection.Box, detection.Pictures[0]);
        var region = box.Grown(2, picture.Width, picture.Height);
        var plane = Primaries.Overlay(detection.Parts(region), detection.Polarity, InkView.Luma);
        var strokes = StrokesOf(plane, Math.Min(box.Width, box.Height));
        return new(
            plane, Stretched(strokes, Strongest(strokes)), region, box, box, InkView.Luma, detection.Polarity);
    }

    /// <summary>Returns the line without adjacent content, to which it may be joined.</summary>
    private static Plane Alone(Plane strokes, Box line)
    {
        var alone = new Plane(strokes.Width, strokes.Height, new byte[strokes.Samples.Length]);
        for (var y = line.Y; y < line.Bottom; y++)
        {
            strokes.Row(y).Slice(line.X, line.Width).CopyTo(alone.Samples.AsSpan((y * alone.Width) + line.X));
        }

        return alone;
    }

    private TextLineCrop? Bounded(Plane strokes, Box inner)
    {
        var line = Thresholds.Select(threshold => Line(strokes, threshold, inner))
            .FirstOrDefault(line => line?.Box.Width >= 0.8 * inner.Width);
        return line is null ? null : this with { Strokes = strokes, Ink = WithoutBars(strokes, line).Shifted(Region.X, Region.Y) };
    }

    /// <summary>Returns the bounds of the letters only: the side of a box and other bars beside them are higher.</summary>
    private static Box WithoutBars(Plane strokes, TextLine line)
    {
        var letters = Letters(Components.Of(strokes.Crop(line.Box), line.Threshold)).OrderBy(static letter => letter.Height).ToList();
        var half = letters.Sum(static letter => letter.Width) / 2;
        var height = letters.First(letter => (half -= letter.Width) < 0).Height;
        return letters.Where(letter => letter.Height <= BarHeight * height).Aggregate(static (all, next) => all.Union(next))
            .Shifted(line.Box.X, line.Box.Y);
    }

    /// <summary>
    /// Joins parts above each other into one letter: most Chinese characters have several parts, none as high as the line.
    /// </summary>
    private static List<Box> Letters(IEnumerable<Component> parts)
    {
        var letters = new List<Box>();
        foreach (var part in parts.Select(static part => part.Box).OrderBy(static part => part.X))
        {
            if (letters.Count > 0 && part.X < letters[^1].Right)
            {
                letters[^1] = letters[^1].Union(part);
            }
            else
            {
                letters.Add(part);
            }
        }

        return letters;
    }

    private static TextLine? Line(Plane strokes, int threshold, Box seen) =>
        LineFinder.Find(strokes, threshold, (0.6 * seen.Height, 1.5 * seen.Height)).MaxBy(line => line.Box.Overlap(seen));

    /// <param name="picture">Text bright on dark.</param>
    /// <param name="height">Height of the text, which determines the stroke width.</param>
    public static Plane StrokesOf(Plane picture, int height) => TopHat.Of(picture, RadiusOf(height));

    /// <summary>Returns half the width of the thickest strokes in text of a height.</summary>
    public static int RadiusOf(int height) => Math.Max(2, (int)Math.Round(0.22 * height));

    /// <summary>
    /// Returns the line without what is connected to the ground around it: between outlined letters the ground looks like strokes.
    /// </summary>
    public TextLineCrop WithoutGround() => Left(Strokes.Without(GroundFlood.Of(Picture, LevelOfInk())));

    /// <summary>Returns the line with only some of its strokes.</summary>
    /// <param name="strokes">The remaining strokes.</param>
    public TextLineCrop Left(Plane strokes)
    {
        var parts = Components.Of(strokes.Crop(Inner), InkThreshold).Where(part => part.Box.Height >= Ink.Height / 8).ToList();
        var ink = parts.Count == 0
            ? Ink
            : parts.Select(static part => part.Box).Aggregate(static (all, next) => all.Union(next)).Shifted(Ink.X, Ink.Y);
        return this with { Strokes = strokes, Ink = ink };
    }

    /// <summary>
    /// Returns the line with the lower parts of letters such as g and y, which weak strokes separate from it: beside no other letter, they
    /// are not found as a part of it.
    /// </summary>
    public TextLineCrop WithDescenders()
    {
        var (line, height) = (Inner, Inner.Height);
        var below = Box.Between(
            line.X, line.Bottom - (height / 4), line.Right, Math.Min(Region.Height, line.Bottom + (int)(MaxDescender * height)));
        var parts = Components.Of(Strokes.Crop(below), InkThreshold / 2)
            .Select(part => part.Box.Shifted(below.X, below.Y))
            .Where(part => part.Bottom > line.Bottom && part.Bottom < below.Bottom && part.Width <= height
                && part.Y <= line.Bottom + (int)Math.Ceiling(MaxBreak * height));
        return this with { Ink = parts.Aggregate(line, static (all, next) => all.Union(next)).Shifted(Region.X, Region.Y) };
    }

    /// <summary>Returns the line by the colour of its letters, extended to both sides as far as it continues.</summary>
    /// <param name="detection">The detection that it was cropped from.</param>
    /// <returns>The line, or null if the letters have no distinct colour.</returns>
    public TextLineCrop? ByColour(TextDetection detection)
    {
        var colour = InkColour.Of(detection.Parts(Region), Strokes, Inner);
        var rest = MaxRest * Ink.Height;
        var band = Region.Grown(rest, 0, detection.Pictures[0].Width, detection.Pictures[0].Height);
        var strength = colour.Strength(detection.Parts(band));
        var seen = Ink.Shifted(-band.X, -band.Y);
        return Line(strength, InkThreshold, seen) is { } line && line.Box.Overlap(seen) > 0
            ? this with { Strokes = strength, Region = band, Ink = WithoutBars(strength, line).Shifted(band.X, band.Y) }
            : null;
    }

    /// <summary>Returns the similarity of the ink in another picture, -1 to 1.</summary>
    public double LikenessIn(Picture picture)
    {
        var strokes = StrokesOf(Primaries.Overlay([picture.Crop(Region)], Polarity, View), Ink.Height);
        return InkLikeness.Of(strokes.Crop(Inner), Strokes.Crop(Inner));
    }

    /// <summary>Returns two thirds of the ink's own luma.</summary>
    private int LevelOfInk()
    {
        var ink = Picture.Samples.Where((_, at) => Strokes.Samples[at] >= InkThreshold).Select(static sample => (int)sample)
            .DefaultIfEmpty(byte.MaxValue);
        return Math.Max(1, (int)(ink.Average() * 2 / 3));
    }

    /// <summary>Returns the strength that a twentieth of the line's samples reach.</summary>
    private static int Strongest(Plane strokes)
    {
        var counts = new int[256];
        foreach (var sample in strokes.Samples)
        {
            counts[sample]++;
        }

        var (level, left) = (255, strokes.Samples.Length / 20);
        while (level > 8 && (left -= counts[level]) > 0)
        {
            level--;
        }

        return level;
    }

    private static Plane Stretched(Plane strokes, int strongest) =>
        strokes with { Samples = [.. strokes.Samples.Select(sample => (byte)Math.Min(byte.MaxValue, sample * byte.MaxValue / strongest))] };
}
