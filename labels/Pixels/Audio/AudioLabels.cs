namespace AiLabels.Pixels.Audio;

/// <summary>What the sound of one video says about its origin to those who hear it.</summary>
public sealed record AudioLabels
{
    /// <summary>In the order of time.</summary>
    public IReadOnlyList<AudioLabel> Labels { get; init; } = [];

    /// <summary>How much was listened to; zero when there is no sound, or none that can be decoded.</summary>
    public TimeSpan Heard { get; init; }
}

/// <summary>The letters AI in Morse, short long, short short (<c>.- ..</c>): the audio label of GB 45438-2025 §5.3.</summary>
/// <param name="From">Where the first short tone begins.</param>
/// <param name="Duration">To the end of the last one.</param>
/// <param name="Frequency">Of the tone, in hertz, to about 50.</param>
/// <param name="Dot">Length of a short tone, the unit of the rhythm.</param>
/// <param name="Contrast">Decibels between the tone and what is heard at its pitch in its pauses.</param>
public sealed record AudioLabel(TimeSpan From, TimeSpan Duration, double Frequency, TimeSpan Dot, double Contrast);
