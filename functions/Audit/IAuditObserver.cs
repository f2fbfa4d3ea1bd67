namespace VideoGate.Audit;

/// <summary>
/// Observes events before they are appended. At least once: an announced event may not have been appended; an appended one was always
/// announced.
/// </summary>
public interface IAuditObserver
{
    /// <param name="events">Events that the log does not contain yet.</param>
    /// <param name="at">Time of the entries to be written; a retried append announces the events again with another time.</param>
    Task BeforeAppendAsync(string caseId, IReadOnlyList<AuditEvent> events, DateTimeOffset at, CancellationToken cancellationToken);
}
