using AiLabels.Pixels.Visible.Detection;
using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Visible.Reading;

/// <summary>A line of text by its strokes alone: black on white, of one height, with a white margin.</summary>
internal static class Page
{
    /// <summary>Height of the ink in pixels.</summary>
    private const int TextHeight = 36;

    /// <summary>Margin as a divisor of the height.</summary>
    private const int MarginShare = 6;

    /// <summary>Maximum width; longer lines, which are not labels, are squeezed.</summary>
    private const int MaxWidth = 1600;

    public static Plane Of(TextLineCrop crop)
    {
        var (scale, margin) = ((double)TextHeight / crop.Ink.Height, TextHeight / MarginShare);
        var ink = crop.Ink.Grown(Math.Max(1, crop.Ink.Height / 12), crop.Region.Right, crop.Region.Bottom)
            .Shifted(-crop.Region.X, -crop.Region.Y);
        var source = crop.Strokes.Crop(
            Box.Between(Math.Max(0, ink.X), Math.Max(0, ink.Y), Math.Min(ink.Right, crop.Region.Width),
                Math.Min(ink.Bottom, crop.Region.Height)));
        var text = source
            .Reduced(Math.Max(1, (int)(1 / scale)))
            .Scaled(Math.Clamp((int)Math.Round(source.Width * scale), 1, MaxWidth), (int)Math.Round(source.Height * scale));
        var page = new Plane(
            text.Width + (2 * margin), text.Height + (2 * margin), new byte[(text.Width + (2 * margin)) * (text.Height + (2 * margin))]);
        page.Samples.AsSpan().Fill(byte.MaxValue);
        for (var y = 0; y < text.Height; y++)
        {
            for (var x = 0; x < text.Width; x++)
            {
                page.Samples[((y + margin) * page.Width) + x + margin] = Black(text.Row(y)[x]);
            }
        }

        return page;
    }

    /// <summary>Maps anything weaker than a fifth of the ink to ground.</summary>
    private static byte Black(byte ink) => (byte)(255 - Math.Clamp((ink - 50) * 255 / 150, 0, 255));
}
