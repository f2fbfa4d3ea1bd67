using VideoGate.Cases;
using VideoGate.Cases.Orchestration;
using VideoGate.Policies;

namespace VideoGate.Review.Rules;

/// <summary>Starts another round of a published video, whose own orchestration has ended. Pure.</summary>
internal static class NextRound
{
    /// <summary>Gets an open round after the one that ends; the policy's own publication counts as one.</summary>
    /// <param name="known">A published case, in its state before.</param>
    public static CaseReview Open(ModerationCase known, RoundEnding ending, string endedBy, ReviewPolicy policy, DateTimeOffset now)
    {
        var review = known.Review;
        var earlier = review?.Decision ?? NoticeAppeal.Automated(known, known.Decision!, until: null);
        PastRound[] past =
            [.. review?.Past ?? [], new(review?.OpenedAt ?? known.OpenedAt, earlier, ending, endedBy, now, Note: null)];
        return new()
        {
            State = ReviewState.Open,
            OpenedAt = now,
            DueAt = now + policy.ExpireAfter,
            Appeal = review?.Appeal,
            Past = past,
            Instance = CaseOrchestration.IdOf(known.CaseId, past.Length + 1),
            Changes = review?.Changes ?? 0,
            Requests = review?.Requests ?? [],
        };
    }
}
