using AiLabels.Pixels.Visible.Detection;
using AiLabels.Pixels.Visible.Reading;

namespace AiLabels.Pixels.Text;

/// <summary>A region of one frame with the structure of a line of text.</summary>
/// <param name="Thumbnail">Its strokes, at one size for all lines.</param>
internal sealed record SeenLine(TextLineCrop Ink, int Threshold, Plane Thumbnail)
{
    /// <summary>
    /// Different subtitles of equal length at one place are less similar than this; one subtitle over two pictures is more similar.
    /// </summary>
    private const double SameLook = 0.8;

    private const int ThumbnailWidth = 96;
    private const int ThumbnailHeight = 16;

    /// <returns>The line, or null if the full resolution shows no text.</returns>
    public static SeenLine? Of(TextDetection detection) => TextLineCrop.Of(detection) is { } ink && InkStatistics.Of(ink).IsDense
        ? new(ink, detection.Threshold,
            ink.Strokes.Crop(ink.Ink.Shifted(-ink.Region.X, -ink.Region.Y)).Scaled(ThumbnailWidth, ThumbnailHeight))
        : null;

    public bool LooksLike(SeenLine other) =>
        Alike(Ink.Ink.Width, other.Ink.Ink.Width) && Alike(Ink.Ink.Height, other.Ink.Ink.Height)
        && InkLikeness.Of(Thumbnail, other.Thumbnail) >= SameLook;

    private static bool Alike(int one, int other) => Math.Abs(one - other) <= 0.15 * Math.Max(one, other);
}
