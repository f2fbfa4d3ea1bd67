using AiLabels.Pixels.Visible.Detection;

namespace AiLabels.Pixels.Visible.Reading;

/// <summary>What tells the ink of text from texture.</summary>
/// <param name="Density">Strokes that a row of a letter as wide as high crosses, on average: below 1 in figures, above 3 in noise.</param>
/// <param name="WidthSpread">How much the widths of strokes differ, in parts of their median; letters of a font differ little.</param>
/// <param name="Contrast">How much brighter ink is than the ground, in the median.</param>
/// <param name="GroundSpread">How much the ground differs from place to place.</param>
internal sealed record InkStatistics(double Density, double WidthSpread, double Contrast, double GroundSpread)
{
    /// <summary>Ground is what has next to no strokes.</summary>
    private const int GroundThreshold = TextLineCrop.InkThreshold / 2;

    public bool IsDense => Density >= 0.9;

    /// <summary>How likely this is text that can be read; only the order of the values means something.</summary>
    public double Legibility => Fit * Math.Sqrt(Math.Max(1, Contrast) / (20 + GroundSpread)) / (1 + WidthSpread);

    private double Fit => Density switch
    {
        >= 1.2 and <= 2.8 => 1,
        >= 0.9 and <= 3.4 => 0.6,
        _ => 0.3,
    };

    public static InkStatistics Of(TextLineCrop crop)
    {
        var widths = Widths(crop.Strokes.Crop(crop.Inner));
        var (ink, ground) = (new Histogram(256), new Histogram(256));
        for (var i = 0; i < crop.Strokes.Samples.Length; i++)
        {
            switch (crop.Strokes.Samples[i])
            {
                case >= TextLineCrop.InkThreshold:
                    ink.Add(crop.Picture.Samples[i]);
                    break;
                case < GroundThreshold:
                    ground.Add(crop.Picture.Samples[i]);
                    break;
            }
        }

        return new(
            (double)widths.Count / crop.Ink.Width,
            (double)(widths.Quantile(0.9) - widths.Quantile(0.1)) / (widths.Quantile(0.5) + 1),
            ink.Quantile(0.5) - ground.Quantile(0.5),
            ground.Quantile(0.9) - ground.Quantile(0.1));
    }

    /// <summary>Of the strokes that rows cross.</summary>
    private static Histogram Widths(Plane strokes)
    {
        var widths = new Histogram(strokes.Width + 1);
        for (var y = 0; y < strokes.Height; y++)
        {
            var width = 0;
            foreach (var sample in strokes.Row(y))
            {
                if (sample >= TextLineCrop.InkThreshold)
                {
                    width++;
                }
                else if (width > 0)
                {
                    widths.Add(width);
                    width = 0;
                }
            }

            if (width > 0)
            {
                widths.Add(width);
            }
        }

        return widths;
    }
}
