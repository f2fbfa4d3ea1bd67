using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Visible.Detection;
using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Visible.Recognition;

/// <summary>Reads one line of text.</summary>
internal static class TextRecognizer
{
    private const int Height = 48;
    private const int MinWidth = 32;

    /// <summary>Maximum width; longer lines are squeezed.</summary>
    private const int MaxWidth = 1600;

    /// <summary>Text higher than this many times its width is turned: it reads from top to bottom.</summary>
    private const double VerticalFrom = 1.5;

    /// <param name="line">In pixels of the frame, with a small margin around the letters.</param>
    /// <exception cref="FileNotFoundException">The models are missing.</exception>
    public static Task<RecognizedText> ReadAsync(Frame frame, Box line, CancellationToken cancellation)
    {
        var part = new Resampling.Part(line.X, line.Y, line.Width, line.Height);
        if (line.Height <= VerticalFrom * line.Width)
        {
            var width = WidthOf(line.Width, line.Height);
            return ReadAsync(ColourPlanes.ForRecognition.Of(frame, part, width, Height), width, cancellation);
        }

        var length = WidthOf(line.Height, line.Width);
        return ReadAsync(Turned(ColourPlanes.ForRecognition.Of(frame, part, Height, length), length), length, cancellation);
    }

    /// <param name="line">One line of text, with a small margin around the letters.</param>
    /// <exception cref="FileNotFoundException">The models are missing.</exception>
    public static Task<RecognizedText> ReadAsync(Plane line, CancellationToken cancellation)
    {
        var width = WidthOf(line.Width, line.Height);
        var scaled = Resampling.Of(line.Samples, (line.Width, line.Height), new(0, 0, line.Width, line.Height), width, Height);
        var planes = new float[3 * scaled.Length];
        for (var i = 0; i < planes.Length; i++)
        {
            planes[i] = (scaled[i % scaled.Length] / 127.5f) - 1;
        }

        return ReadAsync(planes, width, cancellation);
    }

    private static Task<RecognizedText> ReadAsync(float[] planes, int width, CancellationToken cancellation)
    {
        var models = TextModels.Shared;
        return models.RecognizeAsync(
            planes, width, Height, (output, classes) => RecognizedText.Decode(output, classes, models.Characters), cancellation);
    }

    private static int WidthOf(int length, int height) =>
        Math.Clamp((int)Math.Ceiling((double)Height * length / height), MinWidth, MaxWidth);

    /// <summary>Turns three planes counterclockwise.</summary>
    private static float[] Turned(float[] planes, int length)
    {
        var turned = new float[planes.Length];
        for (var plane = 0; plane < planes.Length; plane += Height * length)
        {
            for (var y = 0; y < length; y++)
            {
                for (var x = 0; x < Height; x++)
                {
                    turned[plane + ((Height - 1 - x) * length) + y] = planes[plane + (y * Height) + x];
                }
            }
        }

        return turned;
    }
}
