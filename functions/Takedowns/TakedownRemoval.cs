using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Cases.Orchestration;
using VideoGate.Policies;
using VideoGate.Review.Rules;

namespace VideoGate.Takedowns;

/// <summary>
/// Carries an order out: a round of the review that is decided at once, so that the video moves, and the uploader can appeal, as after
/// any other rejection. Pure.
/// </summary>
internal static class TakedownRemoval
{
    /// <param name="order">With who decided, and when.</param>
    /// <param name="before">Events of the same change, that come first.</param>
    public static ModerationCase CarryOut(ModerationCase published, Takedown order, ReviewPolicy policy, IReadOnlyList<CaseEvent> before)
    {
        order = order with { State = TakedownState.CarriedOut };
        if (published.State is not (CaseState.Published or CaseState.Quarantined))
        {
            // Gone already, by another decision.
            return published with { Takedown = order with { RemovedAt = order.DecidedAt }, Unlogged = [.. before] };
        }

        var decision = Decision(order, policy);
        var review = Next(published, decision);
        return published with
        {
            State = CaseState.Quarantined,
            ClosedAt = null,
            Takedown = order with { Round = review.Round },
            Review = review,
            Unlogged =
            [
                .. before,
                new CaseEvent(
                    $"{AuditEventTypes.ReviewDecided.Name}:{review.Changes}", AuditEventTypes.ReviewDecided.Name, order.DecidedBy!,
                    ReviewRules.Data(decision)),
            ],
        };
    }

    private static ReviewDecision Decision(Takedown order, ReviewPolicy policy) => ReviewRules.Final(
        new()
        {
            Verdict = ReviewVerdict.Reject,
            ReasonCode = TakedownKind.ReasonOf(order.Kind),
            Note = order.Note,
            DecidedBy = order.DecidedBy!,
            DecidedAt = order.DecidedAt!.Value,
            IdempotencyKey = $"takedown-{order.Number}",
            RequestHash = "",
        },
        order.DecidedAt.Value, policy);

    /// <summary>Gets the round that the order decides: the open one, or another after the one that published the video.</summary>
    private static CaseReview Next(ModerationCase published, ReviewDecision decision)
    {
        var known = published.Review;
        PastRound[] past = known is { Decision: { } earlier }
            ? [.. known.Past, new(known.OpenedAt, earlier, RoundEnding.TakenDown, decision.DecidedBy, decision.DecidedAt, decision.Note)]
            : [.. known?.Past ?? []];
        var isOpen = known is { Decision: null };
        return new()
        {
            State = ReviewState.Decided,
            OpenedAt = isOpen ? known!.OpenedAt : decision.DecidedAt,
            DueAt = isOpen ? known!.DueAt : decision.DecidedAt,
            Decision = decision,
            Past = past,
            AwaitsReturn = published.State is CaseState.Published || known is { AwaitsReturn: true },
            Instance = isOpen ? known!.Instance : CaseOrchestration.IdOf(published.CaseId, past.Length + 1),
            Changes = (known?.Changes ?? 0) + 1,
            Requests = known?.Requests ?? [],
        };
    }
}
