using AiLabels.Pixels.Visible.Results;

namespace VideoGate.Cases;

/// <summary>
/// The labels that people see, as far as decisions need them; the whole stands in <c>evidence/{caseId}/explicit-labels.json</c>.
/// </summary>
public sealed record ExplicitLabelSummary
{
    public required ExplicitLabelCompliance Compliance { get; init; }

    /// <summary>Name from the generator registry, when a mark names one.</summary>
    public string? Generator { get; init; }

    /// <summary>The first few labels and marks, the best first.</summary>
    public IReadOnlyList<VisibleLabelSummary> Labels { get; init; } = [];

    /// <summary>What kept the pictures from being decoded or read.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}

/// <param name="Kind">What it is as a label, such as <c>label</c> or <c>vendorTrace</c>.</param>
/// <param name="Text">As it was read, shortened. Untrusted text.</param>
/// <param name="HeightShare">Height of its glyphs in parts of the picture's short side.</param>
/// <param name="FirstSeen">In seconds.</param>
/// <param name="Shown">In seconds.</param>
/// <param name="Position">Class of its place: <c>corner</c>, <c>edge</c> or <c>centre</c>.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Box">In pixels of the video as it is shown; null in cases from before it was kept.</param>
public sealed record VisibleLabelSummary(
    string Kind,
    ExplicitLabelCompliance Compliance,
    string Text,
    double HeightShare,
    double FirstSeen,
    double Shown,
    string Position,
    double Confidence,
    string? Generator = null,
    Box? Box = null);
