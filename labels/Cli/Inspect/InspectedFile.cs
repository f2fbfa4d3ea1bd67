using AiLabels.Cli.Files;
using AiLabels.Pixels.Audio;
using AiLabels.Pixels.Visible.Results;
using AiLabels.Reports;

namespace AiLabels.Cli.Inspect;

/// <summary>One file with its report, its failure, or both if it is not a video.</summary>
internal sealed record InspectedFile(string Path, LabelReport? Report, FileFailure? Failure)
{
    /// <summary>Labels visible in the pictures; null if the pictures were not analyzed.</summary>
    public ExplicitLabels? ExplicitLabels { get; init; }

    /// <summary>Labels audible in the audio; null if the audio was not analyzed.</summary>
    public AudioLabels? AudioLabels { get; init; }
}
