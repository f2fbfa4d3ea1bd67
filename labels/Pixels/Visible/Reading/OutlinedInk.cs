using AiLabels.Pixels.Visible.Detection;

namespace AiLabels.Pixels.Visible.Reading;

/// <summary>Outlined letters: the area inside their outlines, separated by colour from the counters of the letters.</summary>
internal static class OutlinedInk
{
    /// <summary>Minimum enclosed area, as a share of the strokes: letters without outlines enclose less.</summary>
    private const double LeastEnclosed = 0.25;

    /// <param name="outlines">A line whose strokes may be outlines.</param>
    /// <param name="detection">The detection that it was cropped from.</param>
    /// <returns>The letters, or null if the strokes enclose too little.</returns>
    public static TextLineCrop? Of(TextLineCrop outlines, TextDetection detection)
    {
        var enclosed = Enclosed(outlines.Strokes);
        if (Count(enclosed.Crop(outlines.Inner)) <= LeastEnclosed * Count(outlines.Strokes.Crop(outlines.Inner)))
        {
            return null;
        }

        var parts = detection.Parts(outlines.Region);
        var letters = InkColour.Of(parts, enclosed, outlines.Inner).Strength(parts);
        // Ground of the same colour is outside the outlines.
        return outlines.Left(letters.Without(GroundFlood.Of(letters, TextLineCrop.InkThreshold)));
    }

    /// <returns>255 where strokes are on all sides, 0 in the strokes and outside them.</returns>
    private static Plane Enclosed(Plane strokes)
    {
        var ground = strokes with
        {
            Samples =
            [.. strokes.Samples.Select(static sample => sample < TextLineCrop.InkThreshold ? byte.MaxValue : byte.MinValue)]
        };
        return ground.Without(GroundFlood.Of(ground, byte.MaxValue));
    }

    private static int Count(Plane plane) => plane.Samples.Count(static sample => sample >= TextLineCrop.InkThreshold);
}
