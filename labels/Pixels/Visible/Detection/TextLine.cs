using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Visible.Detection;

/// <summary>Components that stand beside each other like the letters of a line.</summary>
/// <param name="Letters">Components of it that are at least half as high as the line.</param>
/// <param name="Threshold">Strength of stroke at which it was found, 1 to 255.</param>
internal sealed record TextLine(Box Box, int Letters, int Ink, int Threshold)
{
    public double Fill => (double)Ink / Box.Area;
}
