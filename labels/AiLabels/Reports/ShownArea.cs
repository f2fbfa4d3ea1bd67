namespace AiLabels.Reports;

/// <summary>A part of a picture, as shares of its width and height, 0 to 1.</summary>
public sealed record ShownArea(double X, double Y, double Width, double Height)
{
    private const int Digits = 6;

    /// <summary>Returns the area in a picture, or null if it is all of it, or not within it.</summary>
    internal static ShownArea? In(int? pictureWidth, int? pictureHeight, double x, double y, double width, double height)
    {
        // A part that is not within its picture is ignored, as decoders do; half a pixel may come from rounding.
        if (pictureWidth is not > 0 || pictureHeight is not > 0 || !(width >= 1) || !(height >= 1)
            || !(x >= -0.5) || !(y >= -0.5) || !(x + width <= pictureWidth + 0.5) || !(y + height <= pictureHeight + 0.5))
        {
            return null;
        }

        var (left, top) = (Math.Max(0, x), Math.Max(0, y));
        var (right, bottom) = (Math.Min(pictureWidth.Value, x + width), Math.Min(pictureHeight.Value, y + height));
        return right - left >= pictureWidth && bottom - top >= pictureHeight
            ? null
            : new(Share(left, pictureWidth.Value), Share(top, pictureHeight.Value), Share(right - left, pictureWidth.Value),
                Share(bottom - top, pictureHeight.Value));
    }

    private static double Share(double length, int side) => Math.Round(length / side, Digits);
}
