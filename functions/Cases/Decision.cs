using System.Text.Json.Serialization;
using AiLabels.Reports;

namespace VideoGate.Cases;

/// <summary>The policy's decision, its reason and the facts it was based on.</summary>
public sealed record Decision
{
    public required DecisionOutcome Outcome { get; init; }

    /// <summary>Reason code, such as <c>explicit-label-missing</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>Origin by article 6: the file's labels, raised by the uploader's declaration.</summary>
    public required AiOrigin Origin { get; init; }

    /// <summary>Value of the AIGC Label that the platform must apply to this video (1, 2 or 3), or null.</summary>
    public string? NoticeLabel { get; init; }

    public required IReadOnlyList<FiredRule> Rules { get; init; }

    public required PolicyVersion Policy { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }
}

[JsonConverter(typeof(CamelCase<DecisionOutcome>))]
public enum DecisionOutcome
{
    Publish,
    Quarantine,
}

/// <summary>A rule that matched, with the evidence.</summary>
public sealed record FiredRule(string Id, string? Clause, IReadOnlyDictionary<string, string> Evidence);
