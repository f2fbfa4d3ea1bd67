using System.Text.Json.Serialization;
using AiLabels.Reports;

namespace VideoGate.Cases.Duties;

/// <summary>A label that the published copy must carry: in its metadata, over its picture, or both.</summary>
/// <param name="Span">When a visible label is shown; null for none.</param>
/// <param name="Text">Words that the visible label must contain; null for any compliant text.</param>
public sealed record RequiredLabel(LabelSpan? Span, string? Text = null)
{
    /// <summary>The AIGC label (GB 45438-2025 annex E), with the platform's code and number, is in the metadata.</summary>
    public bool Metadata { get; init; }

    /// <summary>Whose law asks for it; null for a house rule.</summary>
    public string? Jurisdiction { get; init; }

    /// <summary>Id of the rule that asks for it.</summary>
    public string? Rule { get; init; }
}

[JsonConverter(typeof(CamelCase<LabelSpan>))]
public enum LabelSpan
{
    Start,
    Throughout,
}
