using VideoGate.Cases;
using VideoGate.Policies;

namespace VideoGate.Review.Rules;

/// <summary>Another round of a review whose decision no longer stands. Pure.</summary>
internal static class Reopening
{
    /// <summary>
    /// The case waits in quarantine again. What was decided is kept as it was; the video follows once its orchestration has moved it.
    /// </summary>
    public static ModerationCase Of(ModerationCase decided, RoundEnding ending, ReviewCommand command, string note, ReviewPolicy policy)
    {
        var review = decided.Review!;
        return decided with
        {
            State = CaseState.Quarantined,
            ClosedAt = null,
            Review = new()
            {
                State = ReviewState.Open,
                OpenedAt = command.At,
                DueAt = command.At + policy.ExpireAfter,
                Appeal = review.Appeal,
                Past = [.. review.Past, new(review.OpenedAt, review.Decision!, ending, command.By, command.At, note)],
                AwaitsReturn = true,
                Instance = review.Instance,
            },
        };
    }
}
