using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Policies;

namespace VideoGate.Review.Rules;

/// <summary>Rules of time for an undecided review: reminder, escalation, expiry. Pure.</summary>
internal static class ReviewSchedule
{
    /// <summary>Polling interval of a review without expiry after its schedule has ended.</summary>
    private static readonly TimeSpan IdleLook = TimeSpan.FromDays(1);

    /// <summary>Time after the undo window in which an orchestration still accepts an undo admitted by another instance's clock.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(1);

    /// <returns>
    /// The next action due by <paramref name="now"/>, one at a time; <see cref="TransitionResult.Unchanged"/> if none is due.
    /// </returns>
    /// <param name="mayExpire">Whether the review may expire now; see <c>ExpiryLimit</c>.</param>
    public static TransitionResult Advance(StoredCase current, ReviewPolicy policy, DateTimeOffset now, bool mayExpire = true)
    {
        var review = current.Case.Review!;
        if (!ReviewTransitions.IsUndecided(review.State))
        {
            return new TransitionResult.Unchanged();
        }

        var begun = review.OpenedAt + review.Paused;
        var waits = review.State is ReviewState.AwaitingInformation;
        return mayExpire && IsExpired(review, policy, now) ? Expire(current.Case, policy, now)
            : review.RemindedAt is null && !waits && now >= begun + policy.RemindAfter ? Remind(current.Case, now)
            : review.EscalatedAt is null && !waits && now >= begun + policy.EscalateAfter ? Escalate(current.Case, now)
            : new TransitionResult.Unchanged();
    }

    /// <summary>Gets whether the review's deadline has passed and the policy lets it expire; a review of a notice never does.</summary>
    public static bool IsExpired(CaseReview review, ReviewPolicy policy, DateTimeOffset now) =>
        ReviewTransitions.IsUndecided(review.State)
        && policy.OnExpiry is ExpiryAction.Reject
        && !review.InPlace
        && now >= review.OpenedAt + review.Paused + policy.ExpireAfter;

    /// <returns>The next time at which the schedule may change the review.</returns>
    public static DateTimeOffset LookAgainAt(CaseReview review, ReviewPolicy policy, DateTimeOffset now)
    {
        TimeSpan[] milestones = [policy.RemindAfter, policy.EscalateAfter, policy.ExpireAfter];
        return milestones.Select(after => review.OpenedAt + review.Paused + after).Where(at => at > now).DefaultIfEmpty(now + IdleLook)
            .Min();
    }

    /// <returns>Until when an orchestration must stay alive to carry out an undo, or null if the decision is final.</returns>
    public static DateTimeOffset? RevocableUntil(ReviewDecision decision, DateTimeOffset now) =>
        decision.UndoUntil + ClockSkew is { } end && now < end ? end : null;

    private static TransitionResult.Applied Remind(ModerationCase reviewed, DateTimeOffset now) =>
        new(Command(ReviewAction.Remind, now).Apply(
            reviewed, reviewed.Review! with { RemindedAt = now }, AuditEventTypes.ReviewReminded.Name, []));

    private static TransitionResult.Applied Escalate(ModerationCase reviewed, DateTimeOffset now)
    {
        var review = reviewed.Review!;
        var state = review.State is ReviewState.Open ? ReviewState.Escalated : review.State;
        return new(Command(ReviewAction.EscalateOverdue, now)
            .Apply(reviewed, review with { State = state, EscalatedAt = now }, AuditEventTypes.ReviewEscalated.Name, []));
    }

    private static TransitionResult.Applied Expire(ModerationCase reviewed, ReviewPolicy policy, DateTimeOffset now)
    {
        var decision = new ReviewDecision
        {
            Verdict = ReviewVerdict.Reject,
            ReasonCode = "review-expired",
            DecidedBy = Actors.Policy,
            DecidedAt = now,
            AppealUntil = policy.AppealWindow > TimeSpan.Zero ? now + policy.AppealWindow : null,
            IdempotencyKey = "expiry",
            RequestHash = "",
        };
        var next = reviewed.Review! with { State = ReviewState.Expired, Decision = decision, Claim = null };
        return new(Command(ReviewAction.Expire, now).Apply(reviewed, next, AuditEventTypes.ReviewDecided.Name, ReviewRules.Data(decision)));
    }

    private static ReviewCommand Command(ReviewAction action, DateTimeOffset now) => new(action, Actors.Policy, now);
}
