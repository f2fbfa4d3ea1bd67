using AiLabels.Pixels.Visible.Results;

namespace VideoGate.Cases;

/// <summary>The visible labels, reduced to what decisions need; full results: <c>evidence/{caseId}/explicit-labels.json</c>.</summary>
public sealed record ExplicitLabelSummary
{
    public required ExplicitLabelCompliance Compliance { get; init; }

    /// <summary>Name from the generator registry, if a mark names a generator.</summary>
    public string? Generator { get; init; }

    /// <summary>The first few labels and marks, best first.</summary>
    public IReadOnlyList<VisibleLabelSummary> Labels { get; init; } = [];

    /// <summary>Problems that prevented decoding or reading the picture.</summary>
    public IReadOnlyList<string> Problems { get; init; } = [];
}

/// <param name="Kind">Kind of label, such as <c>label</c> or <c>vendorTrace</c>.</param>
/// <param name="Text">Recognized text, shortened. Untrusted text.</param>
/// <param name="HeightShare">Glyph height as a fraction of the picture's short side.</param>
/// <param name="FirstSeen">In seconds.</param>
/// <param name="Shown">In seconds.</param>
/// <param name="Position">Position class: <c>corner</c>, <c>edge</c> or <c>centre</c>.</param>
/// <param name="Confidence">0 to 1.</param>
/// <param name="Box">In pixels of the displayed video; null in cases that predate this field.</param>
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
