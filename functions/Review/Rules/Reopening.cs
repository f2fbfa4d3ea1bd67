using VideoGate.Cases;
using VideoGate.Policies;

namespace VideoGate.Review.Rules;

/// <summary>Starts another round of a review whose decision is revoked. Pure.</summary>
internal static class Reopening
{
    /// <summary>
    /// Returns the case to quarantine, unless only a notice is in question. Keeps the earlier decision unchanged; the orchestration moves
    /// the video afterwards.
    /// </summary>
    public static ModerationCase Of(ModerationCase decided, RoundEnding ending, ReviewCommand command, string note, ReviewPolicy policy)
    {
        var review = decided.Review!;
        var inPlace = review.InPlace && decided.State is CaseState.Published;
        return decided with
        {
            State = inPlace ? CaseState.Published : CaseState.Quarantined,
            ClosedAt = null,
            Review = new()
            {
                State = ReviewState.Open,
                OpenedAt = command.At,
                DueAt = command.At + policy.ExpireAfter,
                Appeal = review.Appeal,
                Past = [.. review.Past, new(review.OpenedAt, review.Decision!, ending, command.By, command.At, note)],
                AwaitsReturn = !inPlace,
                InPlace = inPlace,
                Instance = review.Instance,
            },
        };
    }
}
