using System.Collections.Frozen;
using VideoGate.Audit;

namespace VideoGate.Reporting.Decisions;

/// <summary>One decision as it is indexed: where its record stands, and what counting needs of it.</summary>
/// <param name="EventId">Translate its entry in the case's audit log.</param>
/// <param name="At">The time of that entry.</param>
/// <param name="Outcome">What the policy or a person said, such as <c>Publish</c> or <c>reject</c>; empty when the event is none.</param>
/// <param name="Reason">Reason code.</param>
/// <param name="Automated">Whether the policy said it, rather than a person.</param>
/// <param name="Seconds">How long somebody waited for it; null when nobody knows.</param>
internal sealed record DecisionRow(
    string CaseId, string EventId, DateTimeOffset At, string Type, string Outcome, string Reason, bool Automated, double? Seconds)
{
    public const string ByPolicy = "decided";
    public const string ByReview = "review-decided";

    // Types of audit entries by which somebody decides, or takes a decision back.
    private static readonly FrozenSet<string> Types =
        new[] { ByPolicy, ByReview, "review-decision-held", "review-disagreed", "review-undone", "review-appealed" }.ToFrozenSet();

    public static bool Has(string type) => Types.Contains(type);

    public static DecisionRow Of(string caseId, AuditEvent happened, DateTimeOffset at) => new(
        caseId,
        happened.Id,
        at,
        happened.Type,
        happened.Data.GetValueOrDefault("outcome") ?? happened.Data.GetValueOrDefault("verdict") ?? "",
        happened.Data.GetValueOrDefault("reason") ?? happened.Data.GetValueOrDefault("reasonCode") ?? "",
        happened.Actor == "policy",
        happened.Since is { } since ? Math.Max(0, (at - since).TotalSeconds) : null);
}
