using AiLabels.Reports;
using VideoGate.Cases;
using VideoGate.Cases.Orchestration;
using VideoGate.Safety;

namespace VideoGate.Moderation;

/// <summary>Result of reading the labels: a summary, a failure, or a superseded upload.</summary>
public sealed record InspectVideoOutput : IAwaitsPlace
{
    public LabelSummary? Labels { get; init; }

    /// <summary>Container format detected from the first bytes; restricts the decoder to it.</summary>
    public ContainerFormat Format { get; init; }

    public string? Failure { get; init; }

    /// <summary>The video no longer exists.</summary>
    public bool Superseded { get; init; }

    public TimeSpan? Wait { get; init; }

    public static InspectVideoOutput Failed(string failure) => new() { Failure = failure };
}

/// <summary>A case and the request that opened it.</summary>
public sealed record CaseRequest(string CaseId, ModerationRequest Request);

/// <summary>A video to be inspected.</summary>
public sealed record InspectVideoInput(string CaseId, HeldVideo Held);

/// <summary>A video to be analyzed.</summary>
public sealed record AnalyzeVideoInput(string CaseId, HeldVideo Held, ContainerFormat Format);

/// <summary>Result of the analysis of a video.</summary>
/// <param name="Frames">Number of distinct frames kept as evidence.</param>
/// <param name="Wait">After what time to ask again, because all decoders are busy; null if the video was analyzed.</param>
public sealed record AnalyzeVideoOutput(
    ExplicitLabelSummary ExplicitLabel, int Frames, AudioLabel AudioLabel = AudioLabel.NotChecked, TimeSpan? Wait = null)
    : IAwaitsPlace
{
    public static AnalyzeVideoOutput NoPlace(TimeSpan wait) => Nothing("none") with { Wait = wait };

    public static AnalyzeVideoOutput Nothing(string problem) =>
        new(new() { Compliance = Cases.ExplicitLabelCompliance.Undecodable, Problems = [problem] }, Frames: 0);
}

/// <summary>Results for picture, audio and text: labels and content safety.</summary>
/// <param name="Frames">Content Safety results of the frames; null if not requested.</param>
/// <param name="Texts">Content Safety results of the texts; null if not requested.</param>
/// <param name="Detectors">What external detectors say; null if none was asked.</param>
public sealed record ContentChecks(
    ExplicitLabelSummary ExplicitLabel, SafetyCheck? Frames, SafetyCheck? Texts, AudioLabel AudioLabel = AudioLabel.NotChecked,
    IReadOnlyList<DetectorResult>? Detectors = null);

/// <summary>All inputs of the decision.</summary>
/// <param name="Content">Null if the file could not be inspected.</param>
public sealed record DecideInput(string CaseId, InspectVideoOutput Inspection, ContentChecks? Content = null);
