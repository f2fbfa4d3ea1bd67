using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Visible.Detection;

/// <summary>A region of text in one picture, or in several that show the same pixels.</summary>
/// <param name="Pictures">Pictures that show it; at least one.</param>
/// <param name="Box">In pixels of the frame.</param>
internal sealed record TextDetection(IReadOnlyList<Picture> Pictures, Box Box, Polarity Polarity)
{
    private const int MaxParts = 32;

    public TimeSpan From => Pictures[0].Time;

    /// <summary>Returns a region from all pictures. Of many pictures some, evenly spaced: more add no information.</summary>
    public IReadOnlyList<Primaries> Parts(Box region)
    {
        var step = (Pictures.Count + MaxParts - 1) / MaxParts;
        return [.. Pictures.Where((_, at) => at % step == 0).Select(picture => picture.Crop(region))];
    }
}

/// <summary>Whether text is brighter or darker than its surroundings.</summary>
internal enum Polarity
{
    Bright,
    Dark,
}
