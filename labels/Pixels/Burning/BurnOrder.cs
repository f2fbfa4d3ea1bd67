namespace AiLabels.Pixels.Burning;

/// <summary>An explicit label to be laid over a video.</summary>
/// <param name="Shown">How long it is shown from the first picture on; null for all of the video.</param>
/// <param name="Corner">Where it stands.</param>
public sealed record BurnOrder(LabelText Text, TimeSpan? Shown, LabelCorner Corner = LabelCorner.TopLeft);

public enum LabelCorner
{
    TopLeft,
    TopRight,
    BottomLeft,
    BottomRight,
}
