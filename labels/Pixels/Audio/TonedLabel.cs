namespace AiLabels.Pixels.Audio;

/// <param name="Level">Level of the tone in decibels below full scale: a tone is also detected, weaker, at adjacent frequencies.</param>
internal sealed record TonedLabel(AudioLabel Label, double Level)
{
    public bool Overlaps(TonedLabel other) =>
        Label.From < other.Label.From + other.Label.Duration && other.Label.From < Label.From + Label.Duration;
}
