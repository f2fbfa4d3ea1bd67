using System.Text.Json.Serialization;
using AiLabels.Reports;
using VideoGate.Audit;
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

    /// <summary>Those of an approval with label; the same as <see cref="ApproveReasons"/> unless the policy names others.</summary>
    public IReadOnlyList<ReasonCode> LabelReasons { get => field ?? ApproveReasons; init; }

    public required IReadOnlyList<ReasonCode> RejectReasons { get; init; }

    /// <summary>Gets the reasons of all verdicts.</summary>
    public IEnumerable<ReasonCode> Reasons => ApproveReasons.Concat(LabelReasons).Concat(RejectReasons);

    /// <summary>Verdicts, and reasons of quarantine, that require a second person.</summary>
    public IReadOnlyList<string> FourEyes { get; init; } = [];

    /// <summary>Time in which a decision can be undone; zero disables undo.</summary>
    public TimeSpan UndoWindow { get; init; }

    /// <summary>Time in which the uploader may appeal; zero disables appeals.</summary>
    public TimeSpan AppealWindow { get; init; }

    /// <summary>Gets the reasons of a verdict, whether they fit a case or not.</summary>
    public IReadOnlyList<ReasonCode> ReasonsOf(ReviewVerdict verdict) => verdict switch
    {
        ReviewVerdict.Reject => RejectReasons,
        ReviewVerdict.ApproveWithLabel => LabelReasons,
        _ => ApproveReasons,
    };

    /// <summary>Gets the reasons of a verdict that do not contradict the facts of a case.</summary>
    public IReadOnlyList<ReasonCode> ReasonsOf(ReviewVerdict verdict, DecisionInput facts) =>
        [.. ReasonsOf(verdict).Where(reason => reason.Fits(facts))];

    /// <summary>Gets whether a policy published the video alone.</summary>
    public static bool IsAutomatic(CaseReview? review) =>
        review is null
        or { State: ReviewState.Decided, Appeal: null, Decision: { Verdict: ReviewVerdict.Approve, DecidedBy: Actors.Policy } };

    /// <returns>
    /// Until when the uploader may appeal the notices or labels with which a policy published the video; null if there is nothing to
    /// appeal, or a person decided.
    /// </returns>
    public DateTimeOffset? NoticeAppealUntil(ModerationCase published)
    {
        ArgumentNullException.ThrowIfNull(published);
        return published is { State: CaseState.Published, ClosedAt: { } at, Decision: { } decision } && IsAutomatic(published.Review)
            && AppealWindow > TimeSpan.Zero && (decision.Notices.Count > 0 || published.Labelling is not null)
            ? at + AppealWindow
            : null;
    }

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
