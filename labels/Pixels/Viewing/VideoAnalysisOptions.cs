using AiLabels.Pixels.Audio;
using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Text;

namespace AiLabels.Pixels.Viewing;

/// <summary>Requested results of a video analysis, and limits.</summary>
public sealed record VideoAnalysisOptions
{
    public FrameSourceOptions Source { get; init; } = new();

    public SamplingOptions Sampling { get; init; } = new();

    /// <summary>Keeps the distinct frames, up to about 1.5 MB each.</summary>
    public bool KeepFrames { get; init; }

    /// <summary>Reads all text on screen; null keeps only the lines read for labels.</summary>
    public ScreenTextOptions? ScreenText { get; init; }

    /// <summary>Detects audio labels; null skips the audio.</summary>
    public AudioLabelOptions? Audio { get; init; }
}
