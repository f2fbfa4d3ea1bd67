using System.Text.Json.Serialization;
using AiLabels.Reports;

namespace VideoGate.Cases;

/// <summary>A round of a review that is over, as it was.</summary>
/// <param name="Decision">The decision that stood until the round's end.</param>
/// <param name="EndedBy">Subject of the token of whoever undid the decision or appealed against it.</param>
/// <param name="Note">Why. Untrusted text.</param>
public sealed record PastRound(
    DateTimeOffset OpenedAt, ReviewDecision Decision, RoundEnding Ending, string EndedBy, DateTimeOffset EndedAt, string? Note);

[JsonConverter(typeof(CamelCase<RoundEnding>))]
public enum RoundEnding
{
    Undone,
    Appealed,

    /// <summary>The label that was ordered could not be given.</summary>
    LabellingFailed,
}
