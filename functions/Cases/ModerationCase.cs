using AiLabels.Reports;
using VideoGate.Storage;

namespace VideoGate.Cases;

/// <summary>
/// Everything known about one upload, stored as <c>by-id/{caseId}.json</c> in container <c>cases</c> and changed only under its ETag.
/// </summary>
public sealed record ModerationCase
{
    public int SchemaVersion { get; init; } = 1;

    public required string CaseId { get; init; }

    public required CaseState State { get; init; }

    public required UploadedVideo Upload { get; init; }

    public required Submission Submission { get; init; }

    /// <summary>The policy that decides this case, fixed when the case was opened.</summary>
    public required PolicyVersion Policy { get; init; }

    /// <summary>Where the video is now; null when it is nowhere any more (<see cref="CaseState.Superseded"/>).</summary>
    public BlobLocation? Location { get; init; }

    /// <summary>Equal for uploads of the same bytes; null in cases from before it was taken.</summary>
    public string? ContentFingerprint { get; init; }

    public LabelSummary? Labels { get; init; }

    public ExplicitLabelSummary? ExplicitLabel { get; init; }

    public AudioLabel AudioLabel { get; init; }

    public SafetySummary? Safety { get; init; }

    public Decision? Decision { get; init; }

    /// <summary>What a policy on trial would have decided from the same; nothing follows from it.</summary>
    public Decision? ShadowDecision { get; init; }

    public CaseReview? Review { get; init; }

    /// <summary>The last approval with label that was carried out, or could not be.</summary>
    public LabellingResult? Labelling { get; init; }

    /// <summary>Null until the first entry of the audit log stands.</summary>
    public AuditHead? AuditHead { get; init; }

    /// <summary>Events of the last change, which the audit log may not hold yet.</summary>
    public IReadOnlyList<CaseEvent> Unlogged { get => field ?? []; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>W3C trace context of the span that opened the case; null when nobody traced.</summary>
    public string? TraceParent { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }
}

/// <summary>The video in <c>uploads</c> that opened the case.</summary>
/// <param name="Name">Blob name, unchanged. Untrusted text.</param>
/// <param name="ETag">Version of the blob; every later step is conditional on it.</param>
/// <param name="Length">In bytes.</param>
public sealed record UploadedVideo(string Name, string ETag, long Length, string? ContentType, DateTimeOffset UploadedAt);

/// <summary>What the uploader said. Untrusted text.</summary>
public sealed record Submission
{
    public Declaration Declaration { get; init; }

    public string? UploadId { get; init; }

    /// <summary>Subject of the uploader's token; null when the blob came by another way than the API.</summary>
    public string? Uploader { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }
}

public sealed record PolicyVersion(string Id, string Version, string Hash);

/// <summary>
/// The part of the <see cref="LabelReport"/> that decisions need; the whole stands in <c>evidence/{caseId}/labels.json</c>.
/// </summary>
public sealed record LabelSummary
{
    public required AiOrigin Origin { get; init; }

    public string? Generator { get; init; }

    public required CredentialIntegrity Credentials { get; init; }

    public required SignerTrust Signer { get; init; }

    /// <summary>What the signer was judged by; null when there was nothing to judge, or nothing to judge by.</summary>
    public TrustListsUsed? TrustLists { get; init; }

    /// <summary>Kinds of findings with their count.</summary>
    public required IReadOnlyDictionary<string, int> Findings { get; init; }

    public required IReadOnlyList<string> Problems { get; init; }

    public required long BytesRead { get; init; }
}
