using System.Text.Json.Serialization;
using AiLabels;

namespace Serverless.Cases;

/// <summary>A quarantined case's way through a moderator's hands.</summary>
public sealed record Review
{
    public required ReviewState State { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When somebody must have decided: the end of the review schedule.</summary>
    public required DateTimeOffset DueAt { get; init; }

    public DateTimeOffset? RemindedAt { get; init; }

    public DateTimeOffset? EscalatedAt { get; init; }

    public ReviewDecision? Decision { get; init; }
}

[JsonConverter(typeof(CamelCase<ReviewState>))]
public enum ReviewState
{
    Open,
    Escalated,
    Decided,
    Expired,
}

/// <summary>A moderator's decision, written to storage before anything acts on it.</summary>
public sealed record ReviewDecision
{
    public required ReviewVerdict Verdict { get; init; }

    public required string ReasonCode { get; init; }

    /// <summary>Untrusted text.</summary>
    public string? Note { get; init; }

    /// <summary>Subject of the moderator's token, or <c>policy</c> when the review expired.</summary>
    public required string DecidedBy { get; init; }

    public required DateTimeOffset DecidedAt { get; init; }

    /// <summary>The caller's Idempotency-Key, with the SHA-256 of the request it came with.</summary>
    public required string IdempotencyKey { get; init; }

    public required string RequestHash { get; init; }
}

[JsonConverter(typeof(CamelCase<ReviewVerdict>))]
public enum ReviewVerdict
{
    Approve,
    Reject,
}
