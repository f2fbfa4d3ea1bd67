using AiLabels.Pixels.Visible.Detection;

namespace AiLabels.Pixels.Visible.Reading;

/// <summary>The strokes of one line of text, cut out at full size: 0 is ground, 255 ink.</summary>
/// <param name="Picture">The region as it was seen, text bright on dark.</param>
/// <param name="Strokes">Its strokes alone.</param>
/// <param name="Region">Where the region stands, in pixels of the frame.</param>
/// <param name="Ink">Bounds of the line's ink, in pixels of the frame.</param>
internal sealed record InkCrop(Plane Picture, Plane Strokes, Box Region, Box Ink)
{
    /// <summary>Ink is at least half as strong as the strongest strokes: the edge of a letter lies where it falls to half.</summary>
    private const int InkThreshold = 128;

    /// <summary>Where the ground is uneven, so may the strokes be: if half finds less of the line than was seen, less will do.</summary>
    private static readonly int[] Thresholds = [InkThreshold, InkThreshold / 2, InkThreshold / 4];

    public bool IsDense => Density >= 1.2;

    /// <summary>Strokes that a row of a letter as wide as high crosses, on average: below 1.2 in figures and patterns, above it in text.</summary>
    public double Density
    {
        get
        {
            var inner = Strokes.Crop(Ink.Shifted(-Region.X, -Region.Y));
            var strokes = 0;
            for (var y = 0; y < inner.Height; y++)
            {
                var row = inner.Row(y);
                for (var x = 1; x < row.Length; x++)
                {
                    strokes += row[x] >= InkThreshold && row[x - 1] < InkThreshold ? 1 : 0;
                }
            }

            return (double)strokes / inner.Width;
        }
    }

    /// <returns>Null when a closer look finds no line.</returns>
    public static InkCrop? Of(Sighting sighting)
    {
        var (box, pictures) = (sighting.Box, sighting.Pictures.Select(static picture => picture.Luma).ToList());
        var region = box.Grown((int)(0.45 * box.Height) + 2, pictures[0].Width, pictures[0].Height);
        var picture = TextFinder.Overlay([.. pictures.Select(picture => picture.Crop(region))], sighting.Polarity);
        var strokes = StrokesOf(picture, box.Height);
        var inner = box.Shifted(-region.X, -region.Y);
        return Of(picture, Stretched(strokes, Strongest(strokes.Crop(inner))), region, inner)
            ?? Of(picture, LocalContrast.Stretched(strokes, inner), region, inner);
    }

    private static InkCrop? Of(Plane picture, Plane strokes, Box region, Box inner)
    {
        var line = Thresholds.Select(threshold => Line(strokes, threshold, inner)).FirstOrDefault(line => line?.Box.Width >= 0.8 * inner.Width);
        return line is null ? null : new(picture, strokes, region, line.Box.Shifted(region.X, region.Y));
    }

    private static TextLine? Line(Plane strokes, int threshold, Box seen) =>
        LineFinder.Find(strokes, threshold, (0.6 * seen.Height, 1.5 * seen.Height)).MaxBy(line => line.Box.Overlap(seen));

    /// <param name="picture">Text bright on dark.</param>
    /// <param name="height">Height of the text, of which strokes are a part.</param>
    public static Plane StrokesOf(Plane picture, int height) => TopHat.Of(picture, Math.Max(2, (int)Math.Round(0.22 * height)));

    /// <summary>The same without what hangs together with the ground around it: between outlined letters the ground looks like strokes.</summary>
    public InkCrop WithoutGround()
    {
        var strokes = (byte[])Strokes.Samples.Clone();
        foreach (var at in GroundFlood.Of(Picture, LevelOfInk()))
        {
            strokes[at] = 0;
        }

        return this with { Strokes = Strokes with { Samples = strokes } };
    }

    /// <summary>Two thirds of the ink's own brightness.</summary>
    private int LevelOfInk()
    {
        var ink = Picture.Samples.Where((_, at) => Strokes.Samples[at] >= InkThreshold).Select(static sample => (int)sample).DefaultIfEmpty(byte.MaxValue);
        return Math.Max(1, (int)(ink.Average() * 2 / 3));
    }

    /// <summary>The sample that a twentieth of the line's samples reach.</summary>
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
