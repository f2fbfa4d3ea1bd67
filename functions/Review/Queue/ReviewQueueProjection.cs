using VideoGate.Cases;
using VideoGate.Cases.Queue;
using VideoGate.Review.Rules;

namespace VideoGate.Review.Queue;

/// <summary>Projects the cases to the review queue.</summary>
public sealed class ReviewQueueProjection(CaseStore cases, ReviewQueueStore index)
{
    /// <summary>
    /// Adds or removes the row of a case, and repeats until the case has not changed meanwhile: of several concurrent writers, the last one
    /// writes the latest state.
    /// </summary>
    /// <param name="before">The case before its change, whose row may have another name; null if it was not in the queue.</param>
    public async Task ReflectAsync(StoredCase stored, ModerationCase? before, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(stored);
        while (true)
        {
            if (before?.Review is { } earlier && earlier.DueAt != stored.Case.Review?.DueAt)
            {
                await index.RemoveAsync(before, cancellationToken);
            }

            await ShowAsync(stored.Case, cancellationToken);
            var now = await cases.RequireAsync(stored.Case.CaseId, cancellationToken);
            if (now.ETag == stored.ETag)
            {
                return;
            }

            (before, stored) = (stored.Case, now);
        }
    }

    /// <summary>Gets whether the case belongs in the queue.</summary>
    public static bool Shows(ModerationCase reviewed) =>
        reviewed.Review is { } review && ReviewTransitions.IsUndecided(review.State)
        && (reviewed.State is CaseState.Quarantined || (reviewed.State is CaseState.Published && review.InPlace));

    private async Task ShowAsync(ModerationCase shown, CancellationToken cancellationToken)
    {
        if (Shows(shown))
        {
            await index.AddAsync(shown, cancellationToken);
        }
        else if (shown.Review is not null)
        {
            await index.RemoveAsync(shown, cancellationToken);
        }
    }
}
