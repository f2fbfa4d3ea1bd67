namespace VideoGate.Audit;

/// <summary>A case's audit log as returned by the API.</summary>
/// <param name="Texts">Names and free text, by what the entries hold in their place; empty once they are erased.</param>
internal sealed record CaseAudit(
    string CaseId, ChainState Chain, IReadOnlyList<AuditEntry> Entries, IReadOnlyDictionary<string, string> Texts)
{
    /// <param name="key">Key of the case's texts.</param>
    public static CaseAudit Of(string caseId, AuditTrail trail, string? key) => new(
        caseId,
        new(trail.IsValid, trail.Break?.Sequence, trail.Break?.Fault, trail.Break?.Message),
        trail.Entries,
        ErasableText.Read(trail.Entries, key));
}

/// <param name="BrokenAt">Sequence of the first invalid or missing entry.</param>
internal sealed record ChainState(bool Valid, long? BrokenAt, AuditFault? Fault, string? Message);
