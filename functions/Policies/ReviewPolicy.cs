using System.Text.Json.Serialization;
using AiLabels.Reports;
using VideoGate.Cases;

namespace VideoGate.Policies;

/// <summary>The review schedule, counted from quarantine, and the reasons that moderators may give.</summary>
public sealed record ReviewPolicy
{
    public required TimeSpan RemindAfter { get; init; }

    /// <summary>Not earlier than <see cref="RemindAfter"/>.</summary>
    public required TimeSpan EscalateAfter { get; init; }

    /// <summary>Not earlier than <see cref="EscalateAfter"/>.</summary>
    public required TimeSpan ExpireAfter { get; init; }

    public required ExpiryAction OnExpiry { get; init; }

    public required IReadOnlyList<ReasonCode> ApproveReasons { get; init; }

    public required IReadOnlyList<ReasonCode> RejectReasons { get; init; }

    /// <summary>Verdicts, and reasons of quarantine, that require a second person.</summary>
    public IReadOnlyList<string> FourEyes { get; init; } = [];

    /// <summary>Time in which a decision can be undone; zero disables undo.</summary>
    public TimeSpan UndoWindow { get; init; }

    /// <summary>Time in which the uploader may appeal; zero disables appeals.</summary>
    public TimeSpan AppealWindow { get; init; }

    /// <summary>Gets whether an approval for this reason publishes without notices.</summary>
    public bool LiftsNotices(ReviewVerdict verdict, string reason) =>
        verdict is ReviewVerdict.Approve && ApproveReasons.Any(code => code.Code == reason && code.LiftsNotices);

    /// <summary>Gets whether a second person must confirm a verdict about a video quarantined for <paramref name="reason"/>.</summary>
    public bool NeedsSecondPerson(ReviewVerdict verdict, string? reason) =>
        FourEyes.Any(needing => needing == CamelCase.Name(verdict) || needing == reason);
}

[JsonConverter(typeof(CamelCase<ExpiryAction>))]
public enum ExpiryAction
{
    /// <summary>The video is rejected.</summary>
    Reject,

    /// <summary>The video stays in quarantine; a moderator may still decide.</summary>
    Keep,
}

/// <param name="Code">Stable identifier, such as <c>label-verified</c>.</param>
/// <param name="Title">Display text.</param>
/// <param name="LiftsNotices">The video is not AI: an approval for this reason publishes it without the notices of the policies.</param>
public sealed record ReasonCode(string Code, string Title, bool LiftsNotices = false);
