using System.Text.Json.Serialization;
using AiLabels.Reports;

namespace VideoGate.Cases;

/// <summary>The review of a quarantined case. An undo or an appeal starts another round; earlier decisions are kept.</summary>
public sealed record CaseReview
{
    public required ReviewState State { get; init; }

    /// <summary>Start of this round.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>Deadline of the decision: the end of the review schedule.</summary>
    public required DateTimeOffset DueAt { get; init; }

    /// <summary>Time in this round during which the schedule was paused, waiting for the uploader.</summary>
    public TimeSpan Paused { get; init; }

    public DateTimeOffset? RemindedAt { get; init; }

    public DateTimeOffset? EscalatedAt { get; init; }

    /// <summary>The moderator's claim; may have expired, see <see cref="ReviewClaim.IsHeldAt"/>.</summary>
    public ReviewClaim? Claim { get; init; }

    /// <summary>The last question to the uploader in this round.</summary>
    public ReviewInformation? Information { get; init; }

    /// <summary>A decision that waits for a second person; not yet in effect.</summary>
    public ReviewDecision? Held { get; init; }

    public ReviewDecision? Decision { get; init; }

    public ReviewAppeal? Appeal { get; init; }

    /// <summary>Earlier rounds, oldest first.</summary>
    public IReadOnlyList<PastRound> Past { get => field ?? []; init; }

    /// <summary>The video must return to quarantine: it is still where an earlier round's decision moved it.</summary>
    public bool AwaitsReturn { get; init; }

    /// <summary>
    /// The video stays published during this round: the uploader appealed the notice of a policy, not a restriction.
    /// </summary>
    public bool InPlace { get; init; }

    /// <summary>Instance id of the orchestration that carries this review; null for the case's own.</summary>
    public string? Instance { get; init; }

    /// <summary>Number of changes; numbers the events about them.</summary>
    public int Changes { get; init; }

    /// <summary>The last few requests that changed the review, used to recognize retries.</summary>
    public IReadOnlyList<RequestIdentity> Requests { get => field ?? []; init; }

    /// <summary>Starts at 1.</summary>
    [JsonIgnore]
    public int Round => Past.Count + 1;
}

[JsonConverter(typeof(CamelCase<ReviewState>))]
public enum ReviewState
{
    Open,
    Escalated,

    /// <summary>Waits for the uploader's answer. Pauses reminder and escalation, but not the end of the schedule.</summary>
    AwaitingInformation,

    /// <summary>One person decided; a second person must confirm.</summary>
    AwaitingConfirmation,

    Decided,
    Expired,
}

/// <summary>A moderator's decision, stored before it takes effect.</summary>
public sealed record ReviewDecision
{
    public required ReviewVerdict Verdict { get; init; }

    public required string ReasonCode { get; init; }

    /// <summary>The reason says that the video is not AI: no notice is shown. Null if it does not.</summary>
    public bool? LiftsNotices { get; init; }

    /// <summary>
    /// The labels that a moderator ordered with <see cref="ReviewVerdict.ApproveWithLabel"/>, or that the laws add to an approval.
    /// </summary>
    public LabelOrder? Label { get; init; }

    /// <summary>Untrusted text.</summary>
    public string? Note { get; init; }

    /// <summary>Subject of the moderator's token, or <c>policy</c> if the review expired.</summary>
    public required string DecidedBy { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>Subject of the second person, if the policy requires one.</summary>
    public string? ConfirmedBy { get; init; }

    public DateTimeOffset? ConfirmedAt { get; init; }

    /// <summary>End of the undo window, or null if the decision cannot be undone.</summary>
    public DateTimeOffset? UndoUntil { get; init; }

    /// <summary>End of the appeal window, or null if the uploader cannot appeal.</summary>
    public DateTimeOffset? AppealUntil { get; init; }

    /// <summary>The caller's Idempotency-Key and the SHA-256 of its request.</summary>
    public required string IdempotencyKey { get; init; }

    public required string RequestHash { get; init; }
}

[JsonConverter(typeof(CamelCase<ReviewVerdict>))]
public enum ReviewVerdict
{
    Approve,
    Reject,

    /// <summary>Publishes a copy with the labels of <see cref="LabelOrder"/>; the original is kept as evidence.</summary>
    ApproveWithLabel,
}

/// <summary>A moderator's question to the uploader.</summary>
/// <param name="Question">Shown to the uploader, without <paramref name="AskedBy"/>.</param>
/// <param name="Answer">Untrusted text; null until the uploader answers.</param>
public sealed record ReviewInformation(
    string Question, string AskedBy, DateTimeOffset AskedAt, string? Answer = null, DateTimeOffset? AnsweredAt = null);

/// <summary>The uploader's appeal against a decision, decided by a person who took no part in it.</summary>
/// <param name="Text">Untrusted text.</param>
/// <param name="Round">The round that the appeal opened; people who decided in an earlier round may not decide it.</param>
/// <param name="AgainstPolicy">
/// Against an automated decision: a quarantine, or a notice. What a person decides then can be appealed once more.
/// </param>
public sealed record ReviewAppeal(string Text, DateTimeOffset AppealedAt, int Round, bool AgainstPolicy = false);
