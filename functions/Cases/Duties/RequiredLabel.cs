using System.Text.Json.Serialization;
using AiLabels.Reports;

namespace VideoGate.Cases.Duties;

/// <summary>A visible label that the published copy must carry.</summary>
/// <param name="Text">Words that the label must contain; null for any compliant text.</param>
public sealed record RequiredLabel(LabelSpan Span, string? Text = null)
{
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
