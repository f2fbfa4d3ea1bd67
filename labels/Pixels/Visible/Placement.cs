using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Visible;

/// <summary>The place of a label in the picture.</summary>
internal static class Placement
{
    /// <summary>Maximum distance from a border, as a share of the side, that counts as at the border.</summary>
    private const double Near = 0.12;

    public static LabelPosition Of(Box box, int width, int height)
    {
        var besideSide = box.X <= Near * width || box.Right >= (1 - Near) * width;
        var besideEnd = box.Y <= Near * height || box.Bottom >= (1 - Near) * height;
        return (besideSide, besideEnd) switch
        {
            (true, true) => LabelPosition.Corner,
            (false, false) => LabelPosition.Centre,
            _ => LabelPosition.Edge,
        };
    }
}
