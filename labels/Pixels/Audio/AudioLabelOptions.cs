namespace AiLabels.Pixels.Audio;

/// <summary>
/// How much of the audio is analyzed. GB 45438-2025 §5.3 requires an audio label at the start, at the end or in the middle; the middle
/// costs most and is not analyzed.
/// </summary>
public sealed record AudioLabelOptions
{
    public TimeSpan Start { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan End { get; init; } = TimeSpan.FromSeconds(30);
}
