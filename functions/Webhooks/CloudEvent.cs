using System.Text.Json.Serialization;
using AiLabels.Reports;
using VideoGate.Cases;
using VideoGate.Cases.Duties;
using VideoGate.Storage;

namespace VideoGate.Webhooks;

/// <summary>An event in the structured JSON form of CloudEvents 1.0.</summary>
/// <typeparam name="T">Type of its data.</typeparam>
internal sealed record CloudEvent<T>
{
    [JsonPropertyName("specversion")]
    public string SpecVersion { get; } = "1.0";

    public required string Id { get; init; }

    public required string Source { get; init; }

    public required string Type { get; init; }

    /// <summary>The case id, or the name of the manifest.</summary>
    public required string Subject { get; init; }

    public required DateTimeOffset Time { get; init; }

    [JsonPropertyName("datacontenttype")]
    public string DataContentType { get; } = "application/json";

    public required T Data { get; init; }
}

/// <summary>Data of an event. Excludes moderators' identities and internal notes.</summary>
internal sealed record CaseEventData
{
    public required string CaseId { get; init; }

    /// <summary>Blob name of the upload. Untrusted text.</summary>
    public required string Name { get; init; }

    public string? UploadId { get; init; }

    public required PolicyVersion Policy { get; init; }

    /// <summary>Reason code of the policy, or of the moderator who overruled it.</summary>
    public string? Reason { get; init; }

    public required Decider DecidedBy { get; init; }

    public BlobLocation? Location { get; init; }

    /// <summary>Notices that the platform must show; null if there are none, and in events other than that of publication.</summary>
    public IReadOnlyList<Notice>? Notices { get; init; }

    /// <summary>Path of the disclosure of a published video.</summary>
    public string? Disclosure { get; init; }

    /// <summary>Path of the statement of reasons to the uploader; only in events that restrict the video.</summary>
    public string? Statement { get; init; }

    /// <summary>The order; only in events about taking the video down.</summary>
    public EventTakedown? Takedown { get; init; }

    /// <summary>The audit log entry of the event.</summary>
    public required AuditReference Audit { get; init; }
}

/// <param name="CopyOf">The case of the order, if this video is an identical copy of the one that it names.</param>
internal sealed record EventTakedown(
    string Kind, TakedownState State, DateTimeOffset ReceivedAt, DateTimeOffset? DueAt, DateTimeOffset? RemovedAt, string? CopyOf)
{
    public static EventTakedown? Of(Takedown? order) => order is null
        ? null
        : new(order.Kind, order.State, order.ReceivedAt, order.DueAt, order.RemovedAt, order.CopyOf);
}

internal sealed record AuditReference(long Sequence, string Hash);

[JsonConverter(typeof(CamelCase<Decider>))]
internal enum Decider
{
    Nobody,
    Policy,
    Moderator,
}
