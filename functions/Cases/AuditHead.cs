namespace VideoGate.Cases;

/// <summary>The end of a case's audit log as its case last saw it: what the log must still hold.</summary>
/// <param name="Sequence">Translate the last entry; the first is 1.</param>
/// <param name="Hash">Translate the last entry: SHA-256, lower-case hexadecimal.</param>
/// <param name="Position">Length of the log in bytes, where the next entry goes.</param>
/// <param name="Events">Ids of all events in the log, so that one that is recorded again is known without reading the log.</param>
public sealed record AuditHead(long Sequence, string Hash, long Position, IReadOnlyList<string> Events);
