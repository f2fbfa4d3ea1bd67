using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Visible.Detection;

/// <summary>A text-like region in one picture, or in several consecutive ones, still or drifting.</summary>
/// <param name="Pictures">Pictures that show it; at least one.</param>
/// <param name="Box">In pixels of the frame, in the first of them.</param>
/// <param name="Threshold">Strength of its strokes, 1 to 255.</param>
/// <param name="Drift">Speed to the right in pixels of the frame per second; 0 for still text.</param>
internal sealed record TextDetection(IReadOnlyList<Picture> Pictures, Box Box, Polarity Polarity, int Threshold, double Drift = 0)
{
    private const int MaxParts = 32;

    public TimeSpan From => Pictures[0].Time;

    public TimeSpan To => Pictures[^1].Time;

    public LinearMotion Motion => new(From, Drift);

    public bool IsSameAs(TextDetection other) => Polarity == other.Polarity && Drift == other.Drift && Overlap(other) > 0.5;

    public double Overlap(TextDetection other) => Motion.At(other.From, Box).Overlap(other.Box);

    /// <summary>Returns the detection in other pictures.</summary>
    public TextDetection Over(IReadOnlyList<Picture> pictures) => this with { Pictures = pictures, Box = Motion.At(pictures[0].Time, Box) };

    /// <summary>
    /// Returns a region of the first picture from all pictures that contain it whole at its drifted position. Of many pictures some, evenly
    /// spaced: more add no information.
    /// </summary>
    public IReadOnlyList<Primaries> Parts(Box region)
    {
        var step = (Pictures.Count + MaxParts - 1) / MaxParts;
        return [.. Pictures.Where((_, at) => at % step == 0).Select(picture => Motion.Part(picture, region)).OfType<Primaries>()];
    }
}

/// <summary>Whether text is brighter or darker than its surroundings.</summary>
internal enum Polarity
{
    Bright,
    Dark,
}
