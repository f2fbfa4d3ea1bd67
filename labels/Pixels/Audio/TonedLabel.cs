namespace AiLabels.Pixels.Audio;

/// <param name="Level">Of the tone, in decibels below full scale: beside its own pitch a tone is heard too, but softer.</param>
internal sealed record TonedLabel(AudioLabel Label, double Level)
{
    public bool Overlaps(TonedLabel other) =>
        Label.From < other.Label.From + other.Label.Duration && other.Label.From < Label.From + Label.Duration;
}
