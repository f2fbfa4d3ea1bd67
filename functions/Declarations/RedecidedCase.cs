using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Cases.Orchestration;
using VideoGate.Policies;
using VideoGate.Review.Rules;

namespace VideoGate.Declarations;

/// <summary>What follows if the policies decide a case again: release, other notices, or a return to quarantine. Pure.</summary>
internal static class RedecidedCase
{
    /// <param name="known">The case before.</param>
    /// <param name="decided">The case with its new decision.</param>
    public static ModerationCase Of(
        ModerationCase known, ModerationCase decided, Decision decision, ReviewPolicy policy, DateTimeOffset now)
    {
        var publishes = decision.Outcome is DecisionOutcome.Publish or DecisionOutcome.PublishWithNotice;
        return decided.State switch
        {
            CaseState.Quarantined when publishes && IsUntouched(decided.Review!) => Released(decided, decision, now),
            CaseState.Published when decided.Review is { Decision: null } => decided,
            CaseState.Published when publishes => Renoticed(known, decided),
            CaseState.Published => Returned(known, decided, policy, now),
            _ => decided,
        };
    }

    /// <summary>Gets whether no person has had the review in hand: only then may a policy end it.</summary>
    private static bool IsUntouched(CaseReview review) =>
        review is { State: ReviewState.Open, Past: [], Claim: null, Information: null, Appeal: null, EscalatedAt: null };

    private static ModerationCase Released(ModerationCase decided, Decision decision, DateTimeOffset now)
    {
        var review = decided.Review!;
        var ruling = NoticeAppeal.Automated(decided, decision, until: null) with { DecidedAt = now };
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
    private static ModerationCase Renoticed(ModerationCase known, ModerationCase decided)
    {
        var (before, after) = (PublishedNotices.Metadata(known), PublishedNotices.Metadata(decided));
        return after.Count == before.Count && !after.Except(before).Any() ? decided : decided with
        {
            Unlogged =
            [
                .. decided.Unlogged,
                new CaseEvent(
                    $"{AuditEventTypes.Published.Name}:declaration{decided.PastDeclarations.Count}", AuditEventTypes.Published.Name,
                    Actors.Policy, new Dictionary<string, string> { ["location"] = decided.Location?.ToString() ?? "" }),
            ],
        };
    }

    /// <summary>Returns a published video to quarantine, for a moderator.</summary>
    private static ModerationCase Returned(ModerationCase known, ModerationCase decided, ReviewPolicy policy, DateTimeOffset now)
    {
        var review = known.Review;
        var earlier = review?.Decision ?? NoticeAppeal.Automated(known, known.Decision!, until: null);
        var began = review?.OpenedAt ?? known.OpenedAt;
        PastRound[] past = [.. review?.Past ?? [], new(began, earlier, RoundEnding.Redeclared, Actors.Policy, now, Note: null)];
        return decided with
        {
            State = CaseState.Quarantined,
            ClosedAt = null,
            Review = new()
            {
                State = ReviewState.Open,
                OpenedAt = now,
                DueAt = now + policy.ExpireAfter,
                Appeal = review?.Appeal,
                Past = past,
                AwaitsReturn = true,
                Instance = CaseOrchestration.IdOf(known.CaseId, past.Length + 1),
                Changes = review?.Changes ?? 0,
                Requests = review?.Requests ?? [],
            },
        };
    }
}
