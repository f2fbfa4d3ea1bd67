using System.Text.Json.Serialization;
using AiLabels.Reports;

namespace VideoGate.Cases;

/// <summary>An order to take a published video down, by an authority, a person concerned or the platform.</summary>
public sealed record Takedown
{
    /// <summary>Numbers the orders about a case, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>Kind of the order, such as <c>in-order</c>.</summary>
    public required string Kind { get; init; }

    public required TakedownState State { get; init; }

    /// <summary>The order's number at the authority. Untrusted text.</summary>
    public string? Reference { get; init; }

    /// <summary>The reason. Untrusted text.</summary>
    public string? Note { get; init; }

    /// <summary>Subject of the token of the person who entered the order.</summary>
    public required string OrderedBy { get; init; }

    public required DateTimeOffset OrderedAt { get; init; }

    /// <summary>When the platform received the order: start of its clock.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>End of its clock: until then the video must be gone. Null if the order has no clock.</summary>
    public DateTimeOffset? DueAt { get; init; }

    /// <summary>The video is taken down before the end of the clock without a decision.</summary>
    public bool ByClock { get; init; }

    /// <summary>Identical copies are taken down, too.</summary>
    public bool Copies { get; init; }

    /// <summary>Cases of the identical copies taken down with this video.</summary>
    public IReadOnlyList<string> CopiesFound { get => field ?? []; init; }

    /// <summary>The case of the order, if this video is an identical copy of the one that it names; otherwise null.</summary>
    public string? CopyOf { get; init; }

    public DateTimeOffset? EscalatedAt { get; init; }

    /// <summary>When the clock was found to have ended before the video was gone; null if it was gone in time.</summary>
    public DateTimeOffset? OverdueAt { get; init; }

    /// <summary>Subject of the token of the person who decided, or <c>policy</c> if the clock did; null before.</summary>
    public string? DecidedBy { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>Why the order was withdrawn. Untrusted text.</summary>
    public string? DecisionNote { get; init; }

    /// <summary>The round of the review that the order decided; 0 before.</summary>
    public int Round { get; init; }

    /// <summary>When the video was no longer among the published ones.</summary>
    public DateTimeOffset? RemovedAt { get; init; }

    /// <summary>Gets the order of a case whose video has just left the published ones.</summary>
    public static Takedown? Removed(ModerationCase moved, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(moved);
        return IsInForce(moved) && moved.Takedown is { RemovedAt: null } order ? order with { RemovedAt = at } : moved.Takedown;
    }

    /// <summary>Gets whether the decision in effect is an order: it was carried out, and not reversed by an undo or an appeal.</summary>
    public static bool IsInForce(ModerationCase shown)
    {
        ArgumentNullException.ThrowIfNull(shown);
        return shown.Takedown is { State: TakedownState.CarriedOut } order && shown.Review is { Decision: not null } review
            && order.Round == review.Round;
    }
}

[JsonConverter(typeof(CamelCase<TakedownState>))]
public enum TakedownState
{
    /// <summary>Waits for a decision; its clock runs.</summary>
    Ordered,

    /// <summary>Decided: the video is taken down.</summary>
    CarriedOut,

    /// <summary>Decided: the order does not hold.</summary>
    Withdrawn,
}
