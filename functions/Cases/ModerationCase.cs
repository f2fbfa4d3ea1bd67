using System.Text.Json.Serialization;
using AiLabels.Reports;
using VideoGate.Storage;

namespace VideoGate.Cases;

/// <summary>
/// The state of one upload's moderation, stored as <c>by-id/{caseId}.json</c> in container <c>cases</c>; every change is conditional on
/// its ETag.
/// </summary>
public sealed record ModerationCase
{
    public int SchemaVersion { get; init; } = 1;

    public required string CaseId { get; init; }

    public required CaseState State { get; init; }

    public required UploadedVideo Upload { get; init; }

    public required Submission Submission { get; init; }

    /// <summary>The policy that decides this case, pinned when the case was opened.</summary>
    public required PolicyVersion Policy { get; init; }

    /// <summary>The policies of the audience's jurisdictions, asked beside <see cref="Policy"/> and pinned with it.</summary>
    public IReadOnlyList<PolicyVersion> Laws { get => field ?? []; init; }

    /// <summary>
    /// Current location of the video, or null if it no longer exists (<see cref="CaseState.Superseded"/>, <see cref="CaseState.Lost"/>).
    /// </summary>
    public BlobLocation? Location { get; init; }

    /// <summary>The private copy that the moderation reads; null if the upload was not taken in.</summary>
    public HeldVideo? Held { get; init; }

    /// <summary>The import that took the video, which was published already; null for uploads.</summary>
    public ImportOrder? Import { get; init; }

    /// <summary>Why the upload was not taken in; null if it was.</summary>
    public UploadRefusal? Refusal { get; init; }

    /// <summary>Equal for uploads of the same bytes; null if the upload was not taken in.</summary>
    public string? ContentFingerprint { get; init; }

    /// <summary>The case of an identical video that an order took down, and that is still down; null if there is none.</summary>
    public string? TakenDownAs { get; init; }

    public LabelSummary? Labels { get; init; }

    public ExplicitLabelSummary? ExplicitLabel { get; init; }

    public AudioLabel AudioLabel { get; init; }

    public SafetySummary? Safety { get; init; }

    /// <summary>What external detectors say; empty if none was asked.</summary>
    public IReadOnlyList<DetectorResult> Detectors { get => field ?? []; init; }

    public Decision? Decision { get; init; }

    /// <summary>
    /// Reason code of the step that could not publish what the policies publish: <c>label-failed</c>, <c>label-lost</c> or
    /// <c>provenance-stripped</c>; null if the policies' decision was carried out.
    /// </summary>
    public string? Withheld { get; init; }

    /// <summary>Why the video went to quarantine, or would have.</summary>
    [JsonIgnore]
    public string? QuarantineReason => Withheld ?? Decision?.Reason;

    /// <summary>Decision of the shadow policy on the same facts; has no effect.</summary>
    public Decision? ShadowDecision { get; init; }

    public CaseReview? Review { get; init; }

    /// <summary>Earlier declarations, oldest first.</summary>
    public IReadOnlyList<PastDeclaration> PastDeclarations { get => field ?? []; init; }

    /// <summary>The last order to take the published video down; null if there was none.</summary>
    public Takedown? Takedown { get; init; }

    /// <summary>Result of the last labelled copy, ordered by a moderator or required by the policies.</summary>
    public LabellingResult? Labelling { get; init; }

    /// <summary>
    /// Encrypts names and free text in the audit log, and salts what its entries say about the case. Random; null once erased, after which
    /// no one can read or guess them.
    /// </summary>
    public string? TextKey { get; init; }

    /// <summary>When the personal data of the uploader were erased; null if they were not.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>Null until the audit log has its first entry.</summary>
    public AuditHead? AuditHead { get; init; }

    /// <summary>Events of the last change, possibly not in the audit log yet.</summary>
    public IReadOnlyList<CaseEvent> Unlogged { get => field ?? []; init; }

    /// <summary>The case and its audit log disagree: no action is taken until they agree again. Null if they agree.</summary>
    public CaseBreak? Broken { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>W3C trace context of the span that opened the case, or null if it was not traced.</summary>
    public string? TraceParent { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }
}

/// <summary>The blob that opened the case: in <c>uploads</c>, or in <c>published</c> for an import.</summary>
/// <param name="Name">Blob name, unchanged. Untrusted text.</param>
/// <param name="ETag">Blob version; only this one is taken in.</param>
/// <param name="Length">In bytes.</param>
/// <param name="ContentType">As the uploader claims; nothing depends on it.</param>
public sealed record UploadedVideo(string Name, string ETag, long Length, string? ContentType, DateTimeOffset UploadedAt);

/// <summary>The uploader's submission. Untrusted text.</summary>
public sealed record Submission
{
    public Declaration Declaration { get; init; }

    public EditKind EditKind { get; init; }

    public Realism Realism { get; init; }

    /// <summary>Where the audience is, such as <c>CN</c>, <c>EU</c> or <c>US-CA</c>; null for the configured audience.</summary>
    public IReadOnlyList<string>? Jurisdictions { get; init; }

    public string? UploadId { get; init; }

    /// <summary>
    /// Subject of the uploader's token; for a blob that was not uploaded through the API, the uploader in its metadata, or null.
    /// </summary>
    public string? Uploader { get; init; }

    /// <summary>The uploader in audit logs, and what remains of them after an erasure: random, the same for all their cases.</summary>
    public string? Pseudonym { get; init; }

    public string? Title { get; init; }

    public string? Description { get; init; }
}

public sealed record PolicyVersion(string Id, string Version, string Hash);

/// <summary>The part of the <see cref="LabelReport"/> that decisions need; full report: <c>evidence/{caseId}/labels.json</c>.</summary>
public sealed record LabelSummary
{
    public required AiOrigin Origin { get; init; }

    public string? Generator { get; init; }

    public required CredentialIntegrity Credentials { get; init; }

    public required SignerTrust Signer { get; init; }

    /// <summary>Content credentials by trusted signers are evidence that a device captured the video.</summary>
    public bool Captured { get; init; }

    /// <summary>Who signed the content credentials, and the product that made them, as the credentials claim. Untrusted text.</summary>
    public string? SignerName { get; init; }

    /// <inheritdoc cref="SignerName"/>
    public string? ClaimGenerator { get; init; }

    /// <summary>Trust lists used to validate the signer; null if there was no signature or no trust list.</summary>
    public TrustListsUsed? TrustLists { get; init; }

    /// <summary>Count of findings by kind.</summary>
    public required IReadOnlyDictionary<string, int> Findings { get; init; }

    public required IReadOnlyList<string> Problems { get; init; }

    public required long BytesRead { get; init; }
}

/// <summary>The end of a case's audit log as last recorded in the case: the log must still contain it.</summary>
/// <param name="Sequence">Sequence of the last entry; the first is 1.</param>
/// <param name="Hash">Hash of the last entry: SHA-256, lower-case hexadecimal.</param>
/// <param name="Position">Length of the log in bytes; position of the next entry.</param>
/// <param name="Events">Ids of all logged events; a repeated event is recognized without reading the log.</param>
/// <param name="CaseHash">Hash of the case in the last entry, see <c>AuditEntry.CaseHash</c>.</param>
public sealed record AuditHead(long Sequence, string Hash, long Position, IReadOnlyList<string> Events, string CaseHash);

/// <summary>The first place at which a case and its audit log disagree.</summary>
/// <param name="Sequence">Sequence of the first entry that is wrong, missing, or differs from the case.</param>
/// <param name="Fault">Stable identifier, such as <c>caseChanged</c>.</param>
/// <param name="Message">One human-readable sentence.</param>
public sealed record CaseBreak(long Sequence, string Fault, string Message, DateTimeOffset FoundAt);

/// <summary>What the uploader, or a moderator, had declared before a change.</summary>
/// <param name="ByUploader">Who changed it: the uploader, or a moderator.</param>
public sealed record PastDeclaration(
    Declaration Declaration, EditKind EditKind, Realism Realism, bool ByUploader, DateTimeOffset ChangedAt);
