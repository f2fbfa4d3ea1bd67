using AiLabels.Pixels.Visible.Detection;

namespace AiLabels.Pixels.Visible.Reading;

/// <summary>Statistics that distinguish the ink of text from texture.</summary>
/// <param name="Density">Mean number of strokes that a row crosses in a square letter: below 1 in figures, above 3 in noise.</param>
/// <param name="WidthSpread">Spread of stroke widths, as a share of their median; small for the letters of a font.</param>
/// <param name="Contrast">Median difference in luma between ink and ground.</param>
/// <param name="GroundSpread">Variation of the ground from place to place.</param>
internal sealed record InkStatistics(double Density, double WidthSpread, double Contrast, double GroundSpread)
{
    /// <summary>Maximum stroke strength of ground.</summary>
    private const int GroundThreshold = TextLineCrop.InkThreshold / 2;

    public bool IsDense => Density >= 0.9;

    /// <summary>Likelihood of legible text; only the order of the values is meaningful.</summary>
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

    /// <summary>Returns the widths of the strokes that rows cross.</summary>
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
