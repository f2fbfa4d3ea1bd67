using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Visible;

/// <summary>Converts measures of labels to pixels of another picture with the same content.</summary>
internal static class LabelScale
{
    /// <summary>Returns the labels in pixels of a video of this size, of which the sampled frames are a smaller version.</summary>
    /// <param name="size">Null keeps pixels of the frames.</param>
    public static ExplicitLabels In(this ExplicitLabels labels, PictureSize? size)
    {
        if (size is not { } shown || labels.Pictures == 0)
        {
            return labels;
        }

        var (x, y) = ((double)shown.Width / labels.Width, (double)shown.Height / labels.Height);
        return labels with
        {
            Width = shown.Width,
            Height = shown.Height,
            Labels = [.. labels.Labels.Select(
                label => label with { Box = Scaled(label.Box, x, y), GlyphHeight = Math.Round(label.GlyphHeight * y, 1) })],
        };
    }

    private static Box Scaled(Box box, double x, double y) =>
        Box.Between((int)Math.Floor(box.X * x), (int)Math.Floor(box.Y * y), (int)Math.Ceiling(box.Right * x),
            (int)Math.Ceiling(box.Bottom * y));
}
