using System.Text.Json.Serialization;
using AiLabels.Reports;

namespace VideoGate.Cases;

/// <summary>
/// A quarantined case's way through moderators' hands. Undone or appealed, it begins another round; what was decided before is kept.
/// </summary>
public sealed record CaseReview
{
    public required ReviewState State { get; init; }

    /// <summary>When this round began.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When somebody must have decided: the end of the review schedule.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>How long the schedule has stood still in this round, waiting for the uploader.</summary>
    public TimeSpan Paused { get; init; }

    public DateTimeOffset? RemindedAt { get; init; }

    public DateTimeOffset? EscalatedAt { get; init; }

    /// <summary>Who works on it; see <see cref="ReviewClaim.IsHeldAt"/>.</summary>
    public ReviewClaim? Claim { get; init; }

    /// <summary>What the uploader was asked last in this round.</summary>
    public ReviewInformation? Information { get; init; }

    /// <summary>A decision that waits for a second person. It has no effect yet.</summary>
    public ReviewDecision? Held { get; init; }

    public ReviewDecision? Decision { get; init; }

    public ReviewAppeal? Appeal { get; init; }

    /// <summary>The rounds before this one, oldest first.</summary>
    public IReadOnlyList<PastRound> Past { get => field ?? []; init; }

    /// <summary>The video is still where an earlier round's decision put it.</summary>
    public bool AwaitsReturn { get; init; }

    /// <summary>The orchestration that carries this review; null means the case's own.</summary>
    public string? Instance { get; init; }

    /// <summary>Changes so far, which number the events about them.</summary>
    public int Changes { get; init; }

    /// <summary>The last few requests that changed the review, so that each is known when it is sent again.</summary>
    public IReadOnlyList<RequestIdentity> Requests { get => field ?? []; init; }

    /// <summary>From 1.</summary>
    [JsonIgnore]
    public int Round => Past.Count + 1;
}

[JsonConverter(typeof(CamelCase<ReviewState>))]
public enum ReviewState
{
    Open,
    Escalated,

    /// <summary>The uploader was asked something. Reminder and escalation stand still; the end of the schedule does not.</summary>
    AwaitingInformation,

    /// <summary>One person has decided; another must agree.</summary>
    AwaitingConfirmation,

    Decided,
    Expired,
}

/// <summary>A moderator's decision, written to storage before anything acts on it.</summary>
public sealed record ReviewDecision
{
    public required ReviewVerdict Verdict { get; init; }

    public required string ReasonCode { get; init; }

    /// <summary>With <see cref="ReviewVerdict.ApproveWithLabel"/> alone.</summary>
    public LabelOrder? Label { get; init; }

    /// <summary>Untrusted text.</summary>
    public string? Note { get; init; }

    /// <summary>Subject of the moderator's token, or <c>policy</c> when the review expired.</summary>
    public required string DecidedBy { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>The second person, where the policy asks for one.</summary>
    public string? ConfirmedBy { get; init; }

    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>Until when it can be undone; null when it cannot.</summary>
    public DateTimeOffset? UndoUntil { get; init; }

    /// <summary>Until when the uploader may appeal; null when there is no appeal.</summary>
    public DateTimeOffset? AppealUntil { get; init; }

    /// <summary>The caller's Idempotency-Key, with the SHA-256 of the request it came with.</summary>
    public required string IdempotencyKey { get; init; }

    public required string RequestHash { get; init; }
}

[JsonConverter(typeof(CamelCase<ReviewVerdict>))]
public enum ReviewVerdict
{
    Approve,
    Reject,

    /// <summary>A copy is published that carries the labels of <see cref="LabelOrder"/>; the original stays evidence.</summary>
    ApproveWithLabel,
}
