using AiLabels.Pixels.Audio;
using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Text;

namespace AiLabels.Pixels.Viewing;

/// <summary>What is wanted of a video, and what that may cost.</summary>
public sealed record VideoAnalysisOptions
{
    public FrameSourceOptions Source { get; init; } = new();

    public SamplingOptions Sampling { get; init; } = new();

    /// <summary>Keep the distinct frames, up to about 1.5 MB each.</summary>
    public bool KeepFrames { get; init; }

    /// <summary>Read all text on screen; null leaves it at the lines that were read for labels.</summary>
    public ScreenTextOptions? ScreenText { get; init; }

    /// <summary>Listen for audio labels; null leaves the sound alone.</summary>
    public AudioLabelOptions? Audio { get; init; }
}
