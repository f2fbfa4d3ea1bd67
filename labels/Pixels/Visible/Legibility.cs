using AiLabels.Pixels.Visible.Detection;
using AiLabels.Pixels.Visible.Reading;
using AiLabels.Pixels.Visible.Tracking;

namespace AiLabels.Pixels.Visible;

/// <summary>Contrast of a label with the picture directly around its letters.</summary>
internal static class Legibility
{
    private const int MaxPictures = 8;

    /// <summary>Maximum stroke strength of ground.</summary>
    private const int GroundThreshold = TextLineCrop.InkThreshold / 2;

    private const double Gamma = 2.2;

    /// <summary>Light that a display reflects, as WCAG 2.2 assumes it.</summary>
    private const double Glare = 0.05;

    /// <returns>Contrast ratio as WCAG 2.2 defines it, from luma: 1 for equal brightness, 21 for white on black.</returns>
    public static double Of(ReadLine line, IReadOnlyList<Picture> shown)
    {
        var pictures = line.Moves || shown.Count == 0 ? line.Seen.Pictures : shown;
        var step = (pictures.Count + MaxPictures - 1) / MaxPictures;
        var ratios = pictures.Where((_, at) => at % step == 0).Select(picture => RatioIn(picture, line.Ink)).OfType<double>().Order()
            .ToList();
        return ratios.Count == 0 ? 1 : ratios[ratios.Count / 2];
    }

    private static double? RatioIn(Picture picture, TextLineCrop crop)
    {
        var (luma, strokes) = (picture.Crop(crop.Region).Luma.Crop(crop.Inner), crop.Strokes.Crop(crop.Inner));
        var (ink, ground) = (new Histogram(256), new Histogram(256));
        for (var i = 0; i < luma.Samples.Length; i++)
        {
            (strokes.Samples[i] switch
            {
                >= TextLineCrop.InkThreshold => ink,
                < GroundThreshold => ground,
                _ => null,
            })?.Add(luma.Samples[i]);
        }

        return ink.Count == 0 || ground.Count == 0 ? null : Ratio(ink.Quantile(0.5), ground.Quantile(0.5));
    }

    private static double Ratio(int one, int other)
    {
        var (bright, dark) = (Light(Math.Max(one, other)), Light(Math.Min(one, other)));
        return (bright + Glare) / (dark + Glare);
    }

    private static double Light(int luma) => Math.Pow(luma / 255.0, Gamma);
}
