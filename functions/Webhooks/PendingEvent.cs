using VideoGate.Storage;

namespace VideoGate.Webhooks;

/// <summary>An event that receivers are to be told of, once the audit log holds it.</summary>
internal sealed record PendingEvent(BlobLocation Location, string CaseId, string EventId, DateTimeOffset At);
