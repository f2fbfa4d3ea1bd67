using System.Text.Json;
using VideoGate.Audit;
using VideoGate.Cases;

namespace VideoGate.Webhooks;

/// <summary>Creates events for receivers from audit log entries. Pure.</summary>
internal static class CaseEventFactory
{
    private const string Prefix = "videogate.moderation.case.";
    private const string Version = ".v1";

    public static bool IsPublished(AuditEvent happened) => PublishedAs(happened.Type) is not null;

    /// <summary>Gets the id of the event: the same entry always gives the same id.</summary>
    public static string Id(string caseId, string eventId) => $"msg_{Base32.Hash($"{caseId}/{eventId}")}";

    public static string Type(AuditEntry entry) => $"{Prefix}{PublishedAs(entry.Type)}{Version}";

    public static string Body(ModerationCase told, AuditEntry entry, string source) => JsonSerializer.Serialize(
        new CloudEvent
        {
            Id = Id(entry.CaseId, entry.Id),
            Source = source,
            Type = Type(entry),
            Subject = entry.CaseId,
            Time = entry.At,
            Data = Data(told, entry),
        },
        WebhookJson.Default.CloudEvent);

    private static string? PublishedAs(string type) => AuditEventTypes.Find(type)?.PublishedAs;

    private static CaseEventData Data(ModerationCase told, AuditEntry entry)
    {
        var (decider, reason) = Decision(told, PublishedAs(entry.Type));
        return new()
        {
            CaseId = told.CaseId,
            Name = told.Upload.Name,
            UploadId = told.Submission.UploadId,
            Policy = told.Policy,
            Reason = reason,
            DecidedBy = decider,
            Location = told.Location,
            Audit = new(entry.Sequence, entry.Hash),
        };
    }

    private static (Decider Decider, string? Reason) Decision(ModerationCase told, string? type) => (type, told.Review?.Decision) switch
    {
        ("superseded" or "appealed", _) => (Decider.Nobody, null),
        ("quarantined", _) or (_, null) => (Decider.Policy, told.Decision?.Reason),
        (_, { DecidedBy: Actors.Policy } expired) => (Decider.Policy, expired.ReasonCode),
        (_, { } decision) => (Decider.Moderator, decision.ReasonCode),
    };
}
