using VideoGate.Storage;

namespace VideoGate.Webhooks;

/// <summary>An event to be delivered once the audit log contains it.</summary>
internal sealed record PendingEvent(BlobLocation Location, string CaseId, string EventId, DateTimeOffset At);
