namespace AiLabels.Pixels.Frames;

/// <summary>
/// Size of an image for Azure AI Content Safety: sides of 50 to 2048 pixels. Keeps the whole picture; a picture that is too narrow gets a
/// border.
/// </summary>
/// <param name="Width">Width of the picture in it, even.</param>
/// <param name="Height">Height of the picture in it, even.</param>
/// <param name="PaddedWidth">Width of the image.</param>
/// <param name="PaddedHeight">Height of the image.</param>
internal readonly record struct ImageSize(int Width, int Height, int PaddedWidth, int PaddedHeight)
{
    private const int MinSide = 50;
    private const int MaxSide = 2048;

    public static ImageSize For(int width, int height)
    {
        var factor = Math.Min((double)MaxSide / Math.Max(width, height), Math.Max(1, (double)MinSide / Math.Min(width, height)));
        var (scaledWidth, scaledHeight) = (Even(width * factor), Even(height * factor));
        return new(scaledWidth, scaledHeight, Math.Max(MinSide, scaledWidth), Math.Max(MinSide, scaledHeight));
    }

    private static int Even(double side) => Math.Max(2, 2 * (int)Math.Round(side / 2));
}
