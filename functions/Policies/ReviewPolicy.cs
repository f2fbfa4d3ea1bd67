using System.Text.Json.Serialization;
using AiLabels.Reports;
using VideoGate.Cases;

namespace VideoGate.Policies;

/// <summary>How long a quarantined video waits, counted from its quarantine, and what moderators may give as reasons.</summary>
public sealed record ReviewPolicy
{
    public required TimeSpan RemindAfter { get; init; }

    /// <summary>Not before <see cref="RemindAfter"/>.</summary>
    public required TimeSpan EscalateAfter { get; init; }

    /// <summary>Not before <see cref="EscalateAfter"/>.</summary>
    public required TimeSpan ExpireAfter { get; init; }

    public required ExpiryAction OnExpiry { get; init; }

    public required IReadOnlyList<ReasonCode> ApproveReasons { get; init; }

    public required IReadOnlyList<ReasonCode> RejectReasons { get; init; }

    /// <summary>Verdicts, and reasons of quarantine, that need a second person.</summary>
    public IReadOnlyList<string> FourEyes { get; init; } = [];

    /// <summary>For how long a decision can be undone; zero when it cannot.</summary>
    public TimeSpan UndoWindow { get; init; }

    /// <summary>For how long the uploader may appeal; zero when there is no appeal.</summary>
    public TimeSpan AppealWindow { get; init; }

    /// <summary>
    /// Whether a second person must agree with a verdict about a video that was quarantined for <paramref name="reason"/>.
    /// </summary>
    public bool NeedsSecondPerson(ReviewVerdict verdict, string? reason) =>
        FourEyes.Any(needing => needing == CamelCase.Name(verdict) || needing == reason);
}

[JsonConverter(typeof(CamelCase<ExpiryAction>))]
public enum ExpiryAction
{
    /// <summary>The video is rejected.</summary>
    Reject,

    /// <summary>The video stays in quarantine, and a moderator may still decide.</summary>
    Keep,
}

/// <param name="Code">Stable identifier, such as <c>label-verified</c>.</param>
/// <param name="Title">For people.</param>
public sealed record ReasonCode(string Code, string Title);
