using System.Text.Json.Serialization;
using AiLabels.Reports;

namespace VideoGate.Cases;

/// <summary>The labels that a moderator orders for a video that is to be published. The one in its metadata is always among them.</summary>
public sealed record LabelOrder
{
    public required ExplicitChoice Explicit { get; init; }

    /// <summary>One of <see cref="LabelTexts"/>; null exactly when no label is laid over the picture.</summary>
    public string? Text { get; init; }
}

/// <summary>The label that people see, GB 45438-2025 section 5.4.</summary>
[JsonConverter(typeof(CamelCase<ExplicitChoice>))]
public enum ExplicitChoice
{
    /// <summary>The picture stays as it is; only metadata are written.</summary>
    None,

    /// <summary>At the start, for as long as <c>Labelling:StartSeconds</c> says.</summary>
    Start,

    Throughout,
}
