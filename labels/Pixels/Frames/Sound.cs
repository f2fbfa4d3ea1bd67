namespace AiLabels.Pixels.Frames;

/// <summary>A segment of audio, one channel.</summary>
/// <param name="From">Time from the start of the file.</param>
/// <param name="Samples">Full scale is 1.</param>
public sealed record Sound(TimeSpan From, int SampleRate, ReadOnlyMemory<float> Samples)
{
    public TimeSpan Duration => TimeSpan.FromSeconds((double)Samples.Length / SampleRate);
}
