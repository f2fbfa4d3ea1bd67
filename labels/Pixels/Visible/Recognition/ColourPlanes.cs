using AiLabels.Pixels.Frames;

namespace AiLabels.Pixels.Visible.Recognition;

/// <summary>Parts of a frame as the models take them: blue, green and red planes, scaled and normalized.</summary>
/// <param name="mean">Mean of each plane, of 1.</param>
/// <param name="spread">Standard deviation of each plane, of 1.</param>
internal sealed class ColourPlanes((float Blue, float Green, float Red) mean, (float Blue, float Green, float Red) spread)
{
    /// <summary>The normalization that the detector was trained with.</summary>
    public static ColourPlanes ForDetection { get; } = new((0.485f, 0.456f, 0.406f), (0.229f, 0.224f, 0.225f));

    public static ColourPlanes ForRecognition { get; } = new((0.5f, 0.5f, 0.5f), (0.5f, 0.5f, 0.5f));

    public float[] Of(Frame frame, Resampling.Part part, int width, int height)
    {
        var luma = Resampling.Of(frame.Luma.Span, (frame.Width, frame.Height), part, width, height);
        var blue = Resampling.Of(frame.Cb.Span, (frame.Width / 2, frame.Height / 2), part.Half, width, height);
        var red = Resampling.Of(frame.Cr.Span, (frame.Width / 2, frame.Height / 2), part.Half, width, height);
        var planes = new float[3 * luma.Length];
        var b = planes.AsSpan(0, luma.Length);
        var g = planes.AsSpan(luma.Length, luma.Length);
        var r = planes.AsSpan(2 * luma.Length);
        for (var i = 0; i < luma.Length; i++)
        {
            // BT.601.
            var (cb, cr) = (blue[i] - 128, red[i] - 128);
            b[i] = Normal(luma[i] + (1.772f * cb), mean.Blue, spread.Blue);
            g[i] = Normal(luma[i] - (0.344136f * cb) - (0.714136f * cr), mean.Green, spread.Green);
            r[i] = Normal(luma[i] + (1.402f * cr), mean.Red, spread.Red);
        }

        return planes;
    }

    private static float Normal(float sample, float mean, float spread) => ((Math.Clamp(sample, 0, 255) / 255) - mean) / spread;
}
