using AiLabels.Pixels.Audio;
using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Visible.Results;
using AiLabels.Reports;

namespace AiLabels.Pixels.Viewing;

/// <summary>What one look at a video gave.</summary>
public sealed record VideoAnalysis
{
    /// <summary>Which pictures were to be looked at, and why.</summary>
    public required SamplingPlan Plan { get; init; }

    /// <summary>The pictures of the plan that look like none before them, and what each stands for.</summary>
    public IReadOnlyList<DistinctFrame> Distinct { get; init; } = [];

    /// <summary>The same as pictures; empty unless <see cref="VideoAnalysisOptions.KeepFrames"/>.</summary>
    public IReadOnlyList<Frame> Frames { get; init; } = [];

    /// <summary>Labels that people see, in pixels of the video as it is shown; null when nobody looked for them.</summary>
    public ExplicitLabels? Labels { get; init; }

    /// <summary>Lines of text on screen, each once. Untrusted: escape wherever shown.</summary>
    public IReadOnlyList<string> Text { get; init; } = [];

    /// <summary>Labels that people hear; null when nobody listened for them.</summary>
    public AudioLabels? Audio { get; init; }

    /// <summary>What could not be decoded or read, and limits that were reached.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>Bytes fetched from the source, read-ahead included.</summary>
    public long BytesRead { get; init; }
}
