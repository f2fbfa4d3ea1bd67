using System.Text.Json.Serialization;
using AiLabels.Reports;
using VideoGate.Cases;
using VideoGate.Storage;

namespace VideoGate.Webhooks;

/// <summary>An event in the structured JSON form of CloudEvents 1.0.</summary>
internal sealed record CloudEvent
{
    [JsonPropertyName("specversion")]
    public string SpecVersion { get; } = "1.0";

    public required string Id { get; init; }

    public required string Source { get; init; }

    public required string Type { get; init; }

    /// <summary>The case.</summary>
    public required string Subject { get; init; }

    public required DateTimeOffset Time { get; init; }

    [JsonPropertyName("datacontenttype")]
    public string DataContentType { get; } = "application/json";

    public required CaseEventData Data { get; init; }
}

/// <summary>What a receiver learns. Who moderates is not among it, nor what moderators note for each other.</summary>
internal sealed record CaseEventData
{
    public required string CaseId { get; init; }

    /// <summary>Blob name as it was uploaded. Untrusted text.</summary>
    public required string Name { get; init; }

    public string? UploadId { get; init; }

    public required PolicyVersion Policy { get; init; }

    /// <summary>Reason code: the policy's, or that of the moderator who overruled it.</summary>
    public string? Reason { get; init; }

    public required Decider DecidedBy { get; init; }

    public BlobLocation? Location { get; init; }

    /// <summary>The entry of the case's audit log that the event stands for.</summary>
    public required AuditReference Audit { get; init; }
}

internal sealed record AuditReference(long Sequence, string Hash);

[JsonConverter(typeof(CamelCase<Decider>))]
internal enum Decider
{
    Nobody,
    Policy,
    Moderator,
}
