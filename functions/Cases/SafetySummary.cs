using System.Text.Json.Serialization;
using AiLabels.Reports;

namespace VideoGate.Cases;

/// <summary>
/// Content Safety results of a case; full results: <c>evidence/{caseId}/safety-frames.json</c> and <c>safety-text.json</c>.
/// </summary>
public sealed record SafetySummary
{
    public required SafetyState State { get; init; }

    /// <summary>Highest severity of each category over all frames and texts.</summary>
    public required Severities Highest { get; init; }

    /// <summary>Categories at or above the policy's threshold.</summary>
    public required IReadOnlyList<UnsafeCategory> UnsafeCategories { get; init; }

    /// <summary>The first few hits in those categories.</summary>
    public required IReadOnlyList<SafetyHit> Hits { get; init; }

    /// <summary>Billed responses of the service.</summary>
    public required int Calls { get; init; }

    /// <summary>The number of <see cref="Calls"/> about frames; null in cases that predate this field.</summary>
    public int? FramesJudged { get; init; }

    /// <summary>Distinct frames skipped because the policy's call budget was exhausted.</summary>
    public required int FramesLeftOut { get; init; }

    /// <summary>Frames that the service rejected.</summary>
    public required int FramesRefused { get; init; }

    /// <summary>Parts of texts that the service rejected.</summary>
    public int TextsRefused { get; init; }

    /// <summary>Parts of texts skipped because the policy's call budget was exhausted; the content is then not checked.</summary>
    public int TextsLeftOut { get; init; }

    /// <summary>Why the service was unavailable, or null if it was available.</summary>
    public string? Outage { get; init; }
}

[JsonConverter(typeof(CamelCase<SafetyState>))]
public enum SafetyState
{
    /// <summary>Content was not analyzed: no conclusion.</summary>
    NotChecked,

    /// <summary>All analyzed content is below the policy's thresholds.</summary>
    Safe,

    Unsafe,

    /// <summary>The service did not respond within the policy's maximum wait.</summary>
    Unavailable,

    /// <summary>The service refused a frame or a text; everything else is below the thresholds.</summary>
    Refused,
}

[JsonConverter(typeof(CamelCase<UnsafeCategory>))]
public enum UnsafeCategory
{
    Hate,
    SelfHarm,
    Sexual,
    Violence,

    /// <summary>A match of a blocklist that the policy names.</summary>
    Blocklist,
}

/// <summary>A frame or text that reaches a threshold or matches a blocklist.</summary>
/// <param name="Severity">Null for a blocklist match.</param>
/// <param name="Frame">Id of the frame; null for a text.</param>
/// <param name="Seconds">Time of the frame in the video, in seconds.</param>
/// <param name="Text">Which text: <c>title</c>, <c>description</c>, <c>fileName</c> or <c>recognized</c>; null for a frame.</param>
/// <param name="Blocklist">Name of the blocklist.</param>
public sealed record SafetyHit(
    UnsafeCategory Category, int? Severity = null, int? Frame = null, double? Seconds = null, string? Text = null,
    string? Blocklist = null);
