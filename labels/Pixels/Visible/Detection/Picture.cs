using AiLabels.Pixels.Frames;

namespace AiLabels.Pixels.Visible.Detection;

/// <summary>A sampled frame: its brightness as it came, and small enough to search.</summary>
/// <param name="Factor">Samples of <paramref name="Luma"/> to one of <paramref name="Small"/>, along a side.</param>
internal sealed record Picture(TimeSpan Time, Plane Luma, Plane Small, int Factor)
{
    /// <summary>Short side that is enough to find text of 2 % of it.</summary>
    private const int SearchedShortSide = 360;

    public static Picture Of(Frame frame)
    {
        var luma = new Plane(frame.Width, frame.Height, frame.Luma.ToArray());
        var factor = Math.Max(1, luma.ShortSide / SearchedShortSide);
        return new(frame.Time, luma, luma.Reduced(factor), factor);
    }
}
