namespace VideoGate.Audit;

/// <summary>
/// IsTransient told of events before they are appended, so that none can be missed: what was announced may never have come to stand, as the
/// log will say, but nothing stands that was not announced.
/// </summary>
public interface IAuditObserver
{
    /// <param name="events">Those that the log does not hold yet.</param>
    /// <param name="at">The time that their entries will bear; an attempt that is repeated announces them again with another time.</param>
    Task BeforeAppendAsync(string caseId, IReadOnlyList<AuditEvent> events, DateTimeOffset at, CancellationToken cancellationToken);
}
