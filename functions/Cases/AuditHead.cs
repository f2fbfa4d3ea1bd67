namespace VideoGate.Cases;

/// <summary>The end of a case's audit log as last recorded in the case: the log must still contain it.</summary>
/// <param name="Sequence">Sequence of the last entry; the first is 1.</param>
/// <param name="Hash">Hash of the last entry: SHA-256, lower-case hexadecimal.</param>
/// <param name="Position">Length of the log in bytes; position of the next entry.</param>
/// <param name="Events">Ids of all logged events; a repeated event is recognized without reading the log.</param>
/// <param name="CaseHash">Hash of the case in the last entry, see <c>AuditEntry.CaseHash</c>.</param>
public sealed record AuditHead(long Sequence, string Hash, long Position, IReadOnlyList<string> Events, string CaseHash);
