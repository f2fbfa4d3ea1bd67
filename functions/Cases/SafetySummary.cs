using System.Text.Json.Serialization;
using AiLabels.Reports;

namespace VideoGate.Cases;

/// <summary>
/// What content safety came to; the whole stands in <c>evidence/{caseId}/safety-frames.json</c> and <c>safety-text.json</c>.
/// </summary>
public sealed record SafetySummary
{
    public required SafetyState State { get; init; }

    /// <summary>Translate all frames and texts, the highest of each category.</summary>
    public required Severities Highest { get; init; }

    /// <summary>Categories that reach the policy's threshold.</summary>
    public required IReadOnlyList<UnsafeCategory> UnsafeCategories { get; init; }

    /// <summary>Where they do; the first few.</summary>
    public required IReadOnlyList<SafetyHit> Hits { get; init; }

    /// <summary>Answers of the service, each paid for.</summary>
    public required int Calls { get; init; }

    /// <summary>Translate them, those about frames; null in cases from before this was noted.</summary>
    public int? FramesJudged { get; init; }

    /// <summary>Distinct frames that the policy's budget had no call for.</summary>
    public required int FramesLeftOut { get; init; }

    /// <summary>Frames that the service did not take.</summary>
    public required int FramesRefused { get; init; }

    /// <summary>Why the service could not be asked; null when it could.</summary>
    public string? Outage { get; init; }
}

[JsonConverter(typeof(CamelCase<SafetyState>))]
public enum SafetyState
{
    /// <summary>Nobody has looked: nothing may be concluded.</summary>
    NotChecked,

    /// <summary>Everything that was looked at stays below the policy's thresholds.</summary>
    Safe,

    Unsafe,

    /// <summary>The service did not answer for as long as the policy waits.</summary>
    Unavailable,
}

[JsonConverter(typeof(CamelCase<UnsafeCategory>))]
public enum UnsafeCategory
{
    Hate,
    SelfHarm,
    Sexual,
    Violence,

    /// <summary>A word of a blocklist that the policy names.</summary>
    Blocklist,
}

/// <summary>A place where a threshold is reached or a blocklist matches.</summary>
/// <param name="Severity">Null for a blocklist.</param>
/// <param name="Frame">Id of the frame; null for a text.</param>
/// <param name="Seconds">Its time in the video.</param>
/// <param name="Text">Which text: <c>title</c>, <c>description</c>, <c>fileName</c> or <c>recognized</c>; null for a frame.</param>
/// <param name="Blocklist">Name of the blocklist.</param>
public sealed record SafetyHit(
    UnsafeCategory Category, int? Severity = null, int? Frame = null, double? Seconds = null, string? Text = null,
        string? Blocklist = null);
