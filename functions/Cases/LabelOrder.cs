using System.Text.Json.Serialization;
using AiLabels.Reports;

namespace VideoGate.Cases;

/// <summary>The labels that a moderator orders for a video to be published. A metadata label is always included.</summary>
public sealed record LabelOrder
{
    public required ExplicitChoice Explicit { get; init; }

    /// <summary>One of <see cref="LabelTexts"/>; null if and only if no overlay label is ordered.</summary>
    public string? Text { get; init; }
}

/// <summary>The visible label (GB 45438-2025 section 5.4).</summary>
[JsonConverter(typeof(CamelCase<ExplicitChoice>))]
public enum ExplicitChoice
{
    /// <summary>Leaves the picture unchanged; writes metadata only.</summary>
    None,

    /// <summary>Shown at the start, for <c>Labelling:StartSeconds</c>.</summary>
    Start,

    Throughout,
}
