using System.Text.Json.Serialization;
using AiLabels.Reports;
using VideoGate.Policies;

namespace VideoGate.Takedowns;

/// <summary>A kind of order to take a video down, from <c>takedown-kinds.json</c>.</summary>
internal sealed record TakedownKind
{
    public required string Id { get; init; }

    /// <summary>By language: <c>en</c> and <c>zh</c>.</summary>
    public required IReadOnlyDictionary<string, string> Title { get; init; }

    /// <summary>Whose law sets the clock; null if none does.</summary>
    public string? Jurisdiction { get; init; }

    /// <summary>From receipt to removal; null if the order may set a deadline of its own.</summary>
    public int? ClockHours { get; init; }

    /// <summary>The order must set a deadline.</summary>
    public bool NeedsDeadline { get; init; }

    /// <summary>Who decides it.</summary>
    public required TakedownRole DecidedBy { get; init; }

    /// <summary>The video is taken down before the end of the clock without a decision.</summary>
    public bool ByClock { get; init; }

    /// <summary>Identical copies are taken down, too, unless the order says otherwise.</summary>
    public bool Copies { get; init; }

    public required string Source { get; init; }

    public string? Clause { get; init; }

    public required SourceGrade Grade { get; init; }

    /// <summary>Gets the reason code of a decision about such an order.</summary>
    public static string ReasonOf(string kind) => $"takedown-{kind}";

    /// <summary>Gets the end of the clock of an order.</summary>
    /// <param name="asked">The deadline of the order itself, which may only be earlier.</param>
    public DateTimeOffset? DueAt(DateTimeOffset receivedAt, DateTimeOffset? asked) =>
        ClockHours is { } hours && receivedAt.AddHours(hours) is var end && !(asked < end) ? end : asked;
}

[JsonConverter(typeof(CamelCase<TakedownRole>))]
internal enum TakedownRole
{
    Moderator,
    SeniorModerator,
}
