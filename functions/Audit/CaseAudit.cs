namespace VideoGate.Audit;

/// <summary>A case's audit log as returned by the API.</summary>
internal sealed record CaseAudit(string CaseId, ChainState Chain, IReadOnlyList<AuditEntry> Entries)
{
    public static CaseAudit Of(string caseId, AuditTrail trail) =>
        new(caseId, new(trail.IsValid, trail.Break?.Sequence, trail.Break?.Fault, trail.Break?.Message), trail.Entries);
}

/// <param name="BrokenAt">Sequence of the first invalid or missing entry.</param>
internal sealed record ChainState(bool Valid, long? BrokenAt, AuditFault? Fault, string? Message);
