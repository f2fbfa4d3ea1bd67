using AiLabels.Pixels.Audio;
using AiLabels.Pixels.Frames;
using AiLabels.Pixels.Visible.Results;
using AiLabels.Reports;

namespace AiLabels.Pixels.Viewing;

/// <summary>Results of one analysis of a video.</summary>
public sealed record VideoAnalysis
{
    /// <summary>The planned pictures, with reasons.</summary>
    public required SamplingPlan Plan { get; init; }

    /// <summary>The distinct pictures of the plan, and the group of each.</summary>
    public IReadOnlyList<DistinctFrame> Distinct { get; init; } = [];

    /// <summary>The distinct pictures as frames; empty unless <see cref="VideoAnalysisOptions.KeepFrames"/>.</summary>
    public IReadOnlyList<Frame> Frames { get; init; } = [];

    /// <summary>Visible labels, in pixels of the display size; null if not requested.</summary>
    public ExplicitLabels? Labels { get; init; }

    /// <summary>Lines of text on screen, each once. Untrusted: escape wherever shown.</summary>
    public IReadOnlyList<string> Text { get; init; } = [];

    /// <summary>Audible labels; null if not requested.</summary>
    public AudioLabels? Audio { get; init; }

    /// <summary>Decoding and reading errors, and reached limits.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>Bytes fetched from the source, read-ahead included.</summary>
    public long BytesRead { get; init; }
}
