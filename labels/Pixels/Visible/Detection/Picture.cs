using AiLabels.Pixels.Frames;

namespace AiLabels.Pixels.Visible.Detection;

/// <summary>A sampled frame: at full size, and reduced for the search.</summary>
/// <param name="Factor">Samples of <paramref name="Full"/> per sample of <paramref name="Small"/>, along a side.</param>
internal sealed record Picture(TimeSpan Time, Colours Full, Primaries Small, int Factor)
{
    /// <summary>Short side sufficient to find text of 2 % of it.</summary>
    private const int SearchedShortSide = 320;

    public int Width => Full.Luma.Width;

    public int Height => Full.Luma.Height;

    public static Picture Of(Frame frame)
    {
        var full = Colours.Of(frame);
        var factor = Math.Max(1, full.Luma.ShortSide / SearchedShortSide);
        return new(frame.Time, full, full.Reduced(factor), factor);
    }
}
