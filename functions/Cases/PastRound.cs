using System.Text.Json.Serialization;
using AiLabels.Reports;

namespace VideoGate.Cases;

/// <summary>A completed round of a review.</summary>
/// <param name="Decision">The decision in effect at the end of the round.</param>
/// <param name="EndedBy">Subject of the token of the person who undid or appealed the decision, or took the video down.</param>
/// <param name="Note">The reason given. Untrusted text.</param>
public sealed record PastRound(
    DateTimeOffset OpenedAt, ReviewDecision Decision, RoundEnding Ending, string EndedBy, DateTimeOffset EndedAt, string? Note);

[JsonConverter(typeof(CamelCase<RoundEnding>))]
public enum RoundEnding
{
    Undone,
    Appealed,

    /// <summary>The ordered label could not be applied.</summary>
    LabellingFailed,

    /// <summary>The published video was taken down.</summary>
    TakenDown,

    /// <summary>The declaration changed, and the policies decide otherwise.</summary>
    Redeclared,

    /// <summary>The policies changed, and decide otherwise.</summary>
    Reevaluated,
}
