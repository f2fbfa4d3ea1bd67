namespace VideoGate.Audit;

/// <summary>The case and its audit log disagree: no action is taken and nothing is recorded until they agree again.</summary>
public sealed class CaseBrokenException(string caseId, AuditBreak found)
    : Exception($"Case '{caseId}' and its audit log disagree; no further changes are written. {found.Message}");
