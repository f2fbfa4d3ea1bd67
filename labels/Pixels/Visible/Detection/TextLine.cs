using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Visible.Detection;

/// <summary>Components side by side like the letters of a line.</summary>
/// <param name="Letters">Number of its components that are at least half as high as the line.</param>
/// <param name="Threshold">Stroke strength at which it was found, 1 to 255.</param>
internal sealed record TextLine(Box Box, int Letters, int Ink, int Threshold)
{
    public double Fill => (double)Ink / Box.Area;
}
