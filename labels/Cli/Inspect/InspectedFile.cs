using AiLabels.Cli.Files;
using AiLabels.Pixels.Audio;
using AiLabels.Pixels.Visible.Results;
using AiLabels.Reports;

namespace AiLabels.Cli.Inspect;

/// <summary>One file and what became of it: a report or a failure.</summary>
internal sealed record InspectedFile(string Path, LabelReport? Report, FileFailure? Failure)
{
    /// <summary>What the pictures show; null when nobody looked.</summary>
    public ExplicitLabels? ExplicitLabels { get; init; }

    /// <summary>What the sound says; null when nobody listened.</summary>
    public AudioLabels? AudioLabels { get; init; }
}
