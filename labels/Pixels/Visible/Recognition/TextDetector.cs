using AiLabels.Pixels.Frames;

namespace AiLabels.Pixels.Visible.Recognition;

/// <summary>Finds lines of text in a frame.</summary>
internal static class TextDetector
{
    /// <summary>Short side of what the detector sees: text of 2 % of it is found, and more costs more than it finds.</summary>
    private const int ShortSide = 320;

    private const int LongSide = 1280;

    /// <summary>The detector halves its input five times.</summary>
    private const int Multiple = 32;

    /// <returns>Lines, in pixels of the frame.</returns>
    /// <exception cref="FileNotFoundException">The models are missing.</exception>
    public static async Task<List<TextRegion>> FindAsync(Frame frame, CancellationToken cancellation)
    {
        var scale = Math.Min(
            (double)ShortSide / Math.Min(frame.Width, frame.Height), (double)LongSide / Math.Max(frame.Width, frame.Height));
        var (width, height) = (Side(frame.Width * scale), Side(frame.Height * scale));
        var picture = ColourPlanes.ForDetection.Of(frame, new(0, 0, frame.Width, frame.Height), width, height);
        var map = new ProbabilityMap(await TextModels.Shared.DetectAsync(picture, width, height, cancellation), width, height);
        return TextRegion.Joined(map.Words(frame.Width, frame.Height));
    }

    private static int Side(double length) => Math.Max(1, (int)Math.Round(length / Multiple)) * Multiple;
}
