using AiLabels.Reports;
using VideoGate.Cases;

namespace VideoGate.Audit;

/// <summary>Compares a case with its audit log. Pure except for the key.</summary>
/// <remarks>
/// A step logs first and then writes the case, a review the other way round, so one of the two may briefly be ahead:
/// <list type="bullet">
/// <item>the case, by an event that it holds itself and that is sealed;</item>
/// <item>the log, by entries of a step, until the step's next attempt completes it, within a day.</item>
/// </list>
/// Anything else is a change that this app did not make.
/// </remarks>
internal static class CaseAgreement
{
    // A step waits for storage as long as this.
    private static readonly TimeSpan LongestStep = TimeSpan.FromDays(1);

    /// <param name="trail">The log, intact and at least up to the head stored in the case.</param>
    public static AuditBreak? FirstBreak(ModerationCase said, AuditTrail trail, AuditSigner signer, DateTimeOffset now)
    {
        if (said.AuditHead is not { } head)
        {
            return new(1, trail.Entries is [] ? AuditFault.Truncated : AuditFault.HeadChanged);
        }

        var known = Known(said, head, trail.Entries);
        var caseHash = CaseHash.Of(said);
        return Pending(said, trail).FirstOrDefault(pending => !CaseSeal.IsValid(said, pending, signer)) is not null
                ? new(known + 1, AuditFault.Forged)
            : !Pending(said, trail).Any() && trail.Entries[known - 1].CaseHash != caseHash ? new(known, AuditFault.CaseChanged)
            : Undecided(said, trail, known) ?? Ahead(trail.Entries, known, caseHash, now);
    }

    /// <summary>Gets the events of the case that its log does not contain yet.</summary>
    public static IEnumerable<CaseEvent> Pending(ModerationCase said, AuditTrail trail) =>
        said.Unlogged.ExceptBy(trail.Entries.Select(entry => entry.Id), pending => pending.Id);

    /// <summary>Gets the sequence of the last entry that the case was written with.</summary>
    private static int Known(ModerationCase said, AuditHead head, IReadOnlyList<AuditEntry> entries)
    {
        var known = (int)head.Sequence;
        for (var i = known; i < entries.Count; i++)
        {
            known = said.Unlogged.Any(logged => logged.Id == entries[i].Id) ? i + 1 : known;
        }

        return known;
    }

    private static AuditBreak? Ahead(IReadOnlyList<AuditEntry> entries, int known, string caseHash, DateTimeOffset now) =>
        entries.Skip(known).Select(entry => FaultOf(entry, caseHash, now) is { } fault ? new AuditBreak(entry.Sequence, fault) : null)
            .FirstOrDefault(broken => broken is not null);

    private static AuditFault? FaultOf(AuditEntry ahead, string caseHash, DateTimeOffset now) =>
        AuditEventTypes.Find(ahead.Type) is { CaseFirst: true } ? AuditFault.RolledBack
        : ahead.CaseHash != caseHash && ahead.At < now - LongestStep ? AuditFault.Behind
        : null;

    /// <summary>Compares the decisions in effect with their entries: nothing is carried out that no entry records.</summary>
    private static AuditBreak? Undecided(ModerationCase said, AuditTrail trail, int known)
    {
        var told = trail.Entries.Take(known).Select(entry => (entry.Type, entry.Data))
            .Concat(said.Unlogged.Select(pending => (pending.Type, pending.Data)))
            .ToList();
        var isDecided = said.Decision is not { } decision || Last(AuditEventTypes.Decided) is { } decided
            && decided.GetValueOrDefault("outcome") == decision.Outcome.ToString()
            && decided.GetValueOrDefault("reason") == decision.Reason;
        var isReviewed = said.Review?.Decision is not { } ruling || Last(AuditEventTypes.ReviewDecided) is { } ruled
            && ruled.GetValueOrDefault("verdict") == CamelCase.Name(ruling.Verdict)
            && ruled.GetValueOrDefault("reasonCode") == ruling.ReasonCode;
        return isDecided && isReviewed ? null : new(known, AuditFault.Undecided);

        IReadOnlyDictionary<string, string>? Last(AuditEventType type) => told.LastOrDefault(entry => entry.Type == type.Name).Data;
    }
}
