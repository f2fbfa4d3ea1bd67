using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Visible;

/// <summary>Where in the picture a label stands.</summary>
internal static class Placement
{
    /// <summary>As near to a border as this share of the side counts as being at it.</summary>
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
