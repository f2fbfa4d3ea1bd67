using AiLabels.Pixels.Visible.Results;

namespace AiLabels.Pixels.Visible.Detection;

/// <summary>Something like text in one picture, or in several that follow each other, standing still or drifting.</summary>
/// <param name="Pictures">Where it was seen; at least one.</param>
/// <param name="Box">In pixels of the frame, in the first of them.</param>
/// <param name="Threshold">Strength of its strokes, 1 to 255.</param>
/// <param name="Drift">Pixels of the frame that it moves to the right in a second; 0 of what stands still.</param>
internal sealed record TextDetection(IReadOnlyList<Picture> Pictures, Box Box, Polarity Polarity, int Threshold, double Drift = 0)
{
    private const int MaxParts = 32;

    public TimeSpan From => Pictures[0].Time;

    public TimeSpan To => Pictures[^1].Time;

    public LinearMotion Course => new(From, Drift);

    public bool IsSameAs(TextDetection other) => Polarity == other.Polarity && Drift == other.Drift && Overlap(other) > 0.5;

    public double Overlap(TextDetection other) => Course.At(other.From, Box).Overlap(other.Box);

    /// <summary>The same in other pictures.</summary>
    public TextDetection Over(IReadOnlyList<Picture> pictures) => this with { Pictures = pictures, Box = Course.At(pictures[0].Time, Box) };

    /// <summary>
    /// A region of the first picture, from those that hold it whole at the place to which it has drifted. Of many pictures some, evenly
    /// spread, for more of them tell no more.
    /// </summary>
    public IReadOnlyList<Primaries> Parts(Box region)
    {
        var step = (Pictures.Count + MaxParts - 1) / MaxParts;
        return [.. Pictures.Where((_, at) => at % step == 0).Select(picture => Course.Part(picture, region)).OfType<Primaries>()];
    }
}

/// <summary>Whether text is brighter or darker than what is around it.</summary>
internal enum Polarity
{
    Bright,
    Dark,
}
