using VideoGate.Audit;
using VideoGate.Cases;

namespace VideoGate.Maintenance.Repairs;

/// <summary>Records repairs in the audit logs of the affected cases.</summary>
public sealed class RepairJournal(CaseJournal journal)
{

    /// <param name="found">The inconsistency.</param>
    /// <param name="done">The repair.</param>
    /// <param name="change">Pure; reapplied to the current state after a concurrent write.</param>
    public Task<StoredCase> RecordAsync(
        StoredCase stored, string kind, string found, string done, Func<ModerationCase, ModerationCase> change,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var repaired =
            new AuditEvent(AuditEventTypes.Repaired.Name, Actors.System, new() { ["kind"] = kind, ["found"] = found, ["done"] = done })
            {
                Id = $"{Prefix(kind)}{CountOf(stored.Case, kind) + 1}",
            };
        return journal.RecordAsync(stored, [repaired], change, cancellationToken);
    }

    /// <returns>Number of earlier repairs of this kind.</returns>
    public static int CountOf(ModerationCase repaired, string kind)
    {
        ArgumentNullException.ThrowIfNull(repaired);
        return repaired.AuditHead?.Events.Count(id => id.StartsWith(Prefix(kind), StringComparison.Ordinal)) ?? 0;
    }

    private static string Prefix(string kind) => $"{AuditEventTypes.Repaired.Name}:{kind}:";
}
