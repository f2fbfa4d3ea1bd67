using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Policies;

namespace VideoGate.Review.Rules;

/// <summary>What follows if the policies decide a case again: release, other notices, a label, or another review. Pure.</summary>
internal static class RedecidedCase
{
    /// <param name="known">The case before.</param>
    /// <param name="decided">The case with its new decision, and the events so far.</param>
    public static ModerationCase Of(
        ModerationCase known, ModerationCase decided, ReviewPolicy policy, Redecision why, DateTimeOffset now)
    {
        var publishes = decided.Decision!.Outcome is not DecisionOutcome.Quarantine;
        return decided.State switch
        {
            CaseState.Quarantined when publishes && IsUntouched(decided.Review!) => Ruled(decided, decided.Review!, why, now),
            CaseState.Published when decided.Review is { Decision: null } => decided,
            CaseState.Published when !publishes => Reviewed(known, decided, policy, why, now),
            CaseState.Published when LabelDuty.Of(decided, why.HasCode) is not null => Labelled(known, decided, policy, why, now),
            CaseState.Published => Renoticed(known, decided, why),
            _ => decided,
        };
    }

    /// <summary>Gets whether no person has had the review in hand: only then may a policy end it.</summary>
    internal static bool IsUntouched(CaseReview review) =>
        review is { State: ReviewState.Open, Past: [], Claim: null, Information: null, Appeal: null, EscalatedAt: null };

    /// <summary>Replaces a published video by a copy with the labels that the laws now ask for, where it is.</summary>
    private static ModerationCase Labelled(
        ModerationCase known, ModerationCase decided, ReviewPolicy policy, Redecision why, DateTimeOffset now) => Ruled(
        decided with { ClosedAt = null },
        NextRound.Open(known, why.Ending, Actors.Policy, policy, now) with { DueAt = now, InPlace = true },
        why,
        now);

    private static ModerationCase Ruled(ModerationCase decided, CaseReview review, Redecision why, DateTimeOffset now)
    {
        var ruling = LabelDuty.Add(
            decided, NoticeAppeal.Automated(decided, decided.Decision!, until: null) with { DecidedAt = now }, why.HasCode);
        return decided with
        {
            Review = review with { State = ReviewState.Decided, Decision = ruling, Changes = review.Changes + 1 },
            Unlogged =
            [
                .. decided.Unlogged,
                new CaseEvent(
                    $"{AuditEventTypes.ReviewDecided.Name}:{review.Changes + 1}", AuditEventTypes.ReviewDecided.Name, Actors.Policy,
                    ReviewRules.Data(ruling)),
            ],
        };
    }

    /// <summary>Tells receivers the notices of a published video again, if they changed.</summary>
    private static ModerationCase Renoticed(ModerationCase known, ModerationCase decided, Redecision why)
    {
        var (before, after) = (PublishedNotices.Metadata(known), PublishedNotices.Metadata(decided));
        return after.Count == before.Count && !after.Except(before).Any() ? decided : decided with
        {
            Unlogged =
            [
                .. decided.Unlogged,
                new CaseEvent(
                    $"{AuditEventTypes.Published.Name}:{why.Cause}", AuditEventTypes.Published.Name,
                    Actors.Policy, new Dictionary<string, string> { ["location"] = decided.Location?.ToString() ?? "" }),
            ],
        };
    }

    /// <summary>Opens a review of a published video, which returns to quarantine unless it is reviewed in place.</summary>
    private static ModerationCase Reviewed(
        ModerationCase known, ModerationCase decided, ReviewPolicy policy, Redecision why, DateTimeOffset now) => decided with
        {
            State = why.InPlace ? CaseState.Published : CaseState.Quarantined,
            ClosedAt = null,
            Review = NextRound.Open(known, why.Ending, Actors.Policy, policy, now) with
            {
                InPlace = why.InPlace,
                AwaitsReturn = !why.InPlace,
            },
        };
}
