using AiLabels.Reports;
using VideoGate.Cases;
using VideoGate.Cases.Orchestration;
using VideoGate.Safety;

namespace VideoGate.Moderation;

/// <summary>What reading the labels came to: a summary, a failure, or an upload that is not there any more.</summary>
public sealed record InspectVideoOutput
{
    public LabelSummary? Labels { get; init; }

    /// <summary>The container that the first bytes say it is; a decoder is held to it.</summary>
    public ContainerFormat Format { get; init; }

    public string? Failure { get; init; }

    /// <summary>The upload was replaced or removed in the meantime.</summary>
    public bool Superseded { get; init; }

    public static InspectVideoOutput Failed(string failure) => new() { Failure = failure };
}

/// <summary>A case and the request that opened it.</summary>
public sealed record CaseRequest(string CaseId, ModerationRequest Request);

/// <summary>A video to be looked at.</summary>
public sealed record AnalyzeVideoInput(string CaseId, UploadedVideo Upload, ContainerFormat Format);

/// <summary>What one look at a video came to.</summary>
/// <param name="Frames">How many distinct frames are in the evidence.</param>
public sealed record AnalyzeVideoOutput(ExplicitLabelSummary ExplicitLabel, int Frames, AudioLabel AudioLabel = AudioLabel.NotChecked)
{
    public static AnalyzeVideoOutput Nothing(string problem) =>
        new(new() { Compliance = Cases.ExplicitLabelCompliance.Undecodable, Problems = [problem] }, Frames: 0);
}

/// <summary>What people see, hear and read: labels and content safety.</summary>
/// <param name="Frames">Content safety about the frames; null when it was not asked.</param>
/// <param name="Texts">Content safety about the texts; null when it was not asked.</param>
public sealed record ContentChecks(
    ExplicitLabelSummary ExplicitLabel, SafetyCheck? Frames, SafetyCheck? Texts, AudioLabel AudioLabel = AudioLabel.NotChecked);

/// <summary>Everything that the decision rests on.</summary>
/// <param name="Content">Null if the file could not be inspected.</param>
public sealed record DecideInput(string CaseId, InspectVideoOutput Inspection, ContentChecks? Content = null);
