using System.Text.Json.Serialization;
using AiLabels.Reports;

namespace VideoGate.Cases;

/// <summary>What the policy decided, why, and what it saw.</summary>
public sealed record Decision
{
    public required DecisionOutcome Outcome { get; init; }

    /// <summary>Reason code, such as <c>explicit-label-missing</c>.</summary>
    public required string Reason { get; init; }

    /// <summary>Origin after article 6: what the file says, raised by what the uploader declares.</summary>
    public required AiOrigin Origin { get; init; }

    /// <summary>Value of the AIGC Label that the platform owes this video (1, 2 or 3), or null.</summary>
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

/// <summary>A rule that fired, with the evidence it saw.</summary>
public sealed record FiredRule(string Id, string? Clause, IReadOnlyDictionary<string, string> Evidence);
