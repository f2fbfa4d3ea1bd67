using Serverless.Cases;
using Serverless.Policies;

namespace Serverless.Review;

/// <summary>What time does to a review that nobody has decided: reminder, escalation, expiry.</summary>
internal static class ReviewSchedule
{
    /// <summary>How often a review that may stay open for ever is looked at once its schedule is over.</summary>
    private static readonly TimeSpan IdleLook = TimeSpan.FromDays(1);

    /// <returns>The review as it stands at <paramref name="now"/>: the same object when nothing fell due.</returns>
    public static Cases.Review Advance(Cases.Review review, ReviewPolicy policy, DateTimeOffset now)
    {
        if (review.Decision is not null)
        {
            return review;
        }

        if (policy.OnExpiry is ExpiryAction.Reject && now >= review.OpenedAt + policy.ExpireAfter)
        {
            return review with { State = ReviewState.Expired, Decision = Expiry(now) };
        }

        if (review.EscalatedAt is null && now >= review.OpenedAt + policy.EscalateAfter)
        {
            review = review with { State = ReviewState.Escalated, EscalatedAt = now };
        }

        if (review.RemindedAt is null && now >= review.OpenedAt + policy.RemindAfter)
        {
            review = review with { RemindedAt = now };
        }

        return review;
    }

    /// <returns>The next moment at which time may change the review.</returns>
    public static DateTimeOffset LookAgainAt(Cases.Review review, ReviewPolicy policy, DateTimeOffset now)
    {
        TimeSpan[] milestones = [policy.RemindAfter, policy.EscalateAfter, policy.ExpireAfter];
        return milestones.Select(after => review.OpenedAt + after).Where(at => at > now).DefaultIfEmpty(now + IdleLook).Min();
    }

    private static ReviewDecision Expiry(DateTimeOffset now) => new()
    {
        Verdict = ReviewVerdict.Reject,
        ReasonCode = "review-expired",
        DecidedBy = "policy",
        DecidedAt = now,
        IdempotencyKey = "expiry",
        RequestHash = "",
    };
}
