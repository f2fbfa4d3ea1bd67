namespace AiLabels.Pixels.Audio;

/// <summary>
/// How much of the sound is listened to. GB 45438-2025 §5.3 wants an audio label at the start, at the end or in the middle; the middle
/// costs most and is left out.
/// </summary>
public sealed record AudioLabelOptions
{
    public TimeSpan Start { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan End { get; init; } = TimeSpan.FromSeconds(30);
}
