using System.Globalization;
using System.Text.Json;

namespace AiLabels.Pixels.Frames;

/// <summary>Size of a picture in square pixels.</summary>
public readonly record struct PictureSize(int Width, int Height)
{
    private const int MaxSide = 1 << 20;

    /// <summary>Returns the display size of a video: rotated as the file specifies, with square pixels by changing the width.</summary>
    /// <param name="stream">The stream in ffprobe's output.</param>
    /// <returns>The size, or null if it is not specified.</returns>
    internal static PictureSize? Shown(JsonElement stream, bool isOnItsSide)
    {
        if (Side(stream, "width") is not { } width || Side(stream, "height") is not { } height)
        {
            return null;
        }

        var aspect = Aspect(stream);
        if (isOnItsSide)
        {
            (width, height, aspect) = (height, width, 1 / aspect);
        }

        return new((int)Math.Round(width * FfmpegArguments.Bounded(aspect)), height);
    }

    private static int? Side(JsonElement stream, string name) =>
        stream.ValueKind == JsonValueKind.Object && stream.TryGetProperty(name, out var value)
        && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var side) && side is > 0 and <= MaxSide ? side : null;

    /// <returns>Width of a pixel as a multiple of its height; 1 if the file does not specify it.</returns>
    private static double Aspect(JsonElement stream)
    {
        var parts = stream.TryGetProperty("sample_aspect_ratio", out var text) && text.ValueKind == JsonValueKind.String
            ? text.GetString()!.Split(':')
            : [];
        return parts is [var width, var height]
            && int.TryParse(width, NumberStyles.None, CultureInfo.InvariantCulture, out var numerator) && numerator > 0
            && int.TryParse(height, NumberStyles.None, CultureInfo.InvariantCulture, out var denominator) && denominator > 0
            ? (double)numerator / denominator : 1;
    }
}
