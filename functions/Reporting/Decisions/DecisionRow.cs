using VideoGate.Audit;
using VideoGate.Cases;

namespace VideoGate.Reporting.Decisions;

/// <summary>An indexed decision: a reference to its record, and the data for statistics.</summary>
/// <param name="EventId">Id of its event in the case's audit log.</param>
/// <param name="At">Time of that entry.</param>
/// <param name="Outcome">Outcome or verdict, such as <c>Publish</c> or <c>reject</c>; empty if the event has none.</param>
/// <param name="Reason">Reason code.</param>
/// <param name="Automated">Whether the policy decided instead of a person.</param>
/// <param name="Seconds">Waiting time in seconds, or null if unknown.</param>
internal sealed record DecisionRow(
    string CaseId, string EventId, DateTimeOffset At, string Type, string Outcome, string Reason, bool Automated, double? Seconds)
{
    /// <summary>Gets whether the audit log entry makes or revokes a decision.</summary>
    public static bool Has(string type) => AuditEventTypes.Find(type) is { IsDecision: true };

    /// <summary>Gets the rows of a case's log.</summary>
    public static IEnumerable<DecisionRow> Of(ModerationCase decided, IEnumerable<AuditEntry> entries) => entries
        .Where(entry => Has(entry.Type))
        .Select(entry => Of(
            decided.CaseId, new AuditEvent(entry.Type, entry.Actor, new(entry.Data)) { Id = entry.Id, Since = BeginOf(decided, entry) },
            entry.At));

    public static DecisionRow Of(string caseId, AuditEvent happened, DateTimeOffset at) => new(
        caseId,
        happened.Id,
        at,
        happened.Type,
        happened.Data.GetValueOrDefault("outcome") ?? happened.Data.GetValueOrDefault("verdict") ?? "",
        happened.Data.GetValueOrDefault("reason") ?? happened.Data.GetValueOrDefault("reasonCode") ?? "",
        happened.Actor == Actors.Policy,
        happened.Since is { } since ? Math.Max(0, (at - since).TotalSeconds) : null);

    /// <returns>Start of the wait: the upload for the policy's decision, the start of the round for others.</returns>
    private static DateTimeOffset? BeginOf(ModerationCase decided, AuditEntry entry)
    {
        if (entry.Type == AuditEventTypes.Decided.Name)
        {
            return decided.OpenedAt;
        }

        DateTimeOffset[] rounds = decided.Review is { } review ? [.. review.Past.Select(round => round.OpenedAt), review.OpenedAt] : [];
        return rounds.Where(opened => opened <= entry.At).Cast<DateTimeOffset?>().LastOrDefault();
    }
}
