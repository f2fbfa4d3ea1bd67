namespace VideoGate.Audit;

/// <summary>A type of event in audit logs.</summary>
/// <param name="Name">Type of the entry.</param>
/// <param name="Data">Keys of its data, in alphabetical order; some may be absent.</param>
/// <param name="PublishedAs">
/// Last part of the webhook event that reports it, such as <c>quarantined</c>; null if no receiver gets it.
/// </param>
/// <param name="IsDecision">Whether the index and the export of decisions list it.</param>
/// <param name="CaseFirst">
/// Whether the case is written before the entry, together with the event: an entry without its change in the case is impossible.
/// </param>
/// <param name="Erasable">
/// Keys of names and free text, which an erasure removes: encrypted with the key of the case. Null if there are none.
/// </param>
public sealed record AuditEventType(
    string Name, IReadOnlyList<string> Data, string? PublishedAs = null, bool IsDecision = false, bool CaseFirst = false,
    IReadOnlyList<string>? Erasable = null);
