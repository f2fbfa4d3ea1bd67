using AiLabels.Pixels.Burning.H264;

namespace AiLabels.Pixels.Burning;

/// <summary>The pictures of an opening.</summary>
/// <param name="Labelled">Number of pictures from the first one that show the label.</param>
/// <param name="Rate">Mean number of pictures a second.</param>
/// <param name="PixelAspect">Width of a pixel, for a height of one.</param>
/// <param name="QuarterTurns">Turns clockwise that players make.</param>
/// <param name="Id">Number of the parameter sets that the rest does not use.</param>
internal sealed record OpeningPictures(
    SequenceParameters Parameters, int Labelled, double Rate, double PixelAspect, int QuarterTurns, uint Id);
