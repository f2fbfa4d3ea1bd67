namespace AiLabels.Pixels.Visible.Detection;

/// <summary>Something like text in one picture, or standing still in several that follow each other.</summary>
/// <param name="Pictures">Where it was seen; at least one.</param>
/// <param name="Box">In pixels of the frame.</param>
/// <param name="Threshold">Strength of its strokes, 1 to 255.</param>
internal sealed record Sighting(IReadOnlyList<Picture> Pictures, Box Box, Polarity Polarity, int Threshold)
{
    public TimeSpan From => Pictures[0].Time;

    public TimeSpan To => Pictures[^1].Time;

    public bool IsSameAs(Sighting other) => Polarity == other.Polarity && Box.Overlap(other.Box) > 0.5;
}

/// <summary>Whether text is brighter or darker than what is around it.</summary>
internal enum Polarity
{
    Bright,
    Dark,
}
