namespace AiLabels.Pixels.Audio;

/// <summary>Audible labels of one video.</summary>
public sealed record AudioLabels
{
    /// <summary>Labels in order of time.</summary>
    public IReadOnlyList<AudioLabel> Labels { get; init; } = [];

    /// <summary>Duration of the audio analyzed; zero if there is none, or none that can be decoded.</summary>
    public TimeSpan Heard { get; init; }
}

/// <summary>The letters AI in Morse, short long, short short (<c>.- ..</c>): the audio label of GB 45438-2025 §5.3.</summary>
/// <param name="From">Start of the first short tone.</param>
/// <param name="Duration">Duration to the end of the last tone.</param>
/// <param name="Frequency">Frequency of the tone in hertz, accurate to about 50.</param>
/// <param name="Dot">Length of a short tone, the unit of the rhythm.</param>
/// <param name="Contrast">Decibels between the tone and the level at its frequency in its pauses.</param>
public sealed record AudioLabel(TimeSpan From, TimeSpan Duration, double Frequency, TimeSpan Dot, double Contrast);
