namespace AiLabels.Pixels.Burning;

/// <summary>An explicit label to overlay on a video.</summary>
/// <param name="Shown">How long it is shown from the first picture; null for the whole video.</param>
/// <param name="Corner">Corner of the picture.</param>
public sealed record BurnOrder(LabelText Text, TimeSpan? Shown, LabelCorner Corner = LabelCorner.TopLeft);

public enum LabelCorner
{
    TopLeft,
    TopRight,
    BottomLeft,
    BottomRight,
}
