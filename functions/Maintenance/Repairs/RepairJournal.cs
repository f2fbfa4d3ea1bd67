using VideoGate.Audit;
using VideoGate.Cases;

namespace VideoGate.Maintenance.Repairs;

/// <summary>Records repairs in the audit logs of the cases that they change.</summary>
public sealed class RepairJournal(CaseJournal journal)
{
    private const string Type = "repaired";

    /// <param name="found">What was wrong.</param>
    /// <param name="done">What was done about it.</param>
    /// <param name="change">Pure; runs again on what others wrote meanwhile.</param>
    public Task<StoredCase> RecordAsync(
        StoredCase stored, string kind, string found, string done, Func<ModerationCase, ModerationCase> change,
            CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stored);
        var repaired = new AuditEvent(Type, "system", new() { ["kind"] = kind, ["found"] = found, ["done"] = done })
        {
            Id = $"{Prefix(kind)}{CountOf(stored.Case, kind) + 1}",
        };
        return journal.RecordAsync(stored, [repaired], change, cancellationToken);
    }

    /// <returns>How often the case was repaired so.</returns>
    public static int CountOf(ModerationCase repaired, string kind)
    {
        ArgumentNullException.ThrowIfNull(repaired);
        return repaired.AuditHead?.Events.Count(id => id.StartsWith(Prefix(kind), StringComparison.Ordinal)) ?? 0;
    }

    private static string Prefix(string kind) => $"{Type}:{kind}:";
}
