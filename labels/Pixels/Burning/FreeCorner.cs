using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Burning;

/// <summary>
/// Finds the corner where a new label covers least of the labels and marks already visible: none of them may be hidden (Measures, article
/// 10).
/// </summary>
public static class FreeCorner
{
    /// <param name="seen">Labels read in the pictures.</param>
    /// <returns>The least covered corner; the first of equals.</returns>
    public static LabelCorner For(LabelText text, ExplicitLabels seen, BurnOptions options)
    {
        ArgumentNullException.ThrowIfNull(seen);
        ArgumentNullException.ThrowIfNull(options);
        return Enum.GetValues<LabelCorner>().OrderBy(corner => Covered(At(corner, LabelPicture.Of(text), seen, options), seen)).First();
    }

    /// <summary>Returns the position of the new label, in pixels of the sampled frames.</summary>
    private static Box At(LabelCorner corner, LabelPicture label, ExplicitLabels seen, BurnOptions options)
    {
        var shortSide = Math.Min(seen.Width, seen.Height);
        var margin = shortSide * BurnArguments.MarginShare;
        var height = shortSide * options.InkShare * label.Height / label.InkHeight;
        var width = height * label.Width / label.Height;
        var x = corner is LabelCorner.TopLeft or LabelCorner.BottomLeft ? margin : seen.Width - width - margin;
        var y = corner is LabelCorner.TopLeft or LabelCorner.TopRight ? margin : seen.Height - height - margin;
        return new((int)x, (int)y, (int)Math.Ceiling(width), (int)Math.Ceiling(height));
    }

    private static long Covered(Box label, ExplicitLabels seen) => seen.Labels.Sum(other =>
        Math.Max(0L, Math.Min(label.Right, other.Box.Right) - Math.Max(label.X, other.Box.X))
        * Math.Max(0L, Math.Min(label.Bottom, other.Box.Bottom) - Math.Max(label.Y, other.Box.Y)));
}
