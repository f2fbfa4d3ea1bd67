using System.Text.Json;
using VideoGate.Audit;
using VideoGate.Cases;

namespace VideoGate.Webhooks;

/// <summary>Creates events for receivers from audit log entries. Pure.</summary>
internal static class CaseEventFactory
{
    private const string Prefix = "videogate.moderation.case.";
    private const string Version = ".v1";
    private const string Takedowns = "takedown-";

    public static bool IsPublished(AuditEvent happened) => PublishedAs(happened.Type) is not null;

    /// <summary>Gets the id of the event: the same entry always gives the same id.</summary>
    public static string Id(string caseId, string eventId) => $"msg_{Base32.Hash($"{caseId}/{eventId}")}";

    public static string Type(AuditEntry entry) => $"{Prefix}{PublishedAs(entry.Type)}{Version}";

    public static string Body(ModerationCase reported, AuditEntry entry, string source) => JsonSerializer.Serialize(
        new CloudEvent<CaseEventData>
        {
            Id = Id(entry.CaseId, entry.Id),
            Source = source,
            Type = Type(entry),
            Subject = entry.CaseId,
            Time = entry.At,
            Data = Data(reported, entry),
        },
        WebhookJson.Default.CaseEvent);

    private static string? PublishedAs(string type) => AuditEventTypes.Find(type)?.PublishedAs;

    private static CaseEventData Data(ModerationCase reported, AuditEntry entry)
    {
        var (decider, reason) = Decision(reported, PublishedAs(entry.Type));
        var published = entry.Type == AuditEventTypes.Published.Name;
        return new()
        {
            CaseId = reported.CaseId,
            Name = reported.Upload.Name,
            UploadId = reported.Submission.UploadId,
            Policy = reported.Policy,
            Reason = reason,
            DecidedBy = decider,
            Location = reported.Location,
            Notices = published && PublishedNotices.Of(reported) is { Count: > 0 } notices ? notices : null,
            Disclosure = published ? PublishedNotices.Path(reported.CaseId) : null,
            Statement = IsRestriction(entry.Type) ? $"/api/cases/{reported.CaseId}/statement" : null,
            Takedown = entry.Type.StartsWith(Takedowns, StringComparison.Ordinal) || entry.Type == AuditEventTypes.TakenDown.Name
                ? EventTakedown.Of(reported.Takedown)
                : null,
            Audit = new(entry.Sequence, entry.Hash),
        };
    }

    private static bool IsRestriction(string type) => type == AuditEventTypes.Quarantined.Name
        || type == AuditEventTypes.ReturnedToQuarantine.Name
        || type == AuditEventTypes.Rejected.Name
        || type == AuditEventTypes.TakenDown.Name;

    private static (Decider Decider, string? Reason) Decision(ModerationCase reported, string? type) =>
        (type, reported.Review?.Decision) switch
        {
            ("superseded" or "lost" or "appealed", _) => (Decider.Nobody, null),
            (_, _) when type?.StartsWith(Takedowns, StringComparison.Ordinal) is true => (Decider.Nobody, null),
            ("quarantined", _) or (_, null) => (Decider.Policy, reported.QuarantineReason),
            (_, { DecidedBy: Actors.Policy } expired) => (Decider.Policy, expired.ReasonCode),
            (_, { } decision) => (Decider.Moderator, decision.ReasonCode),
        };
}
