using VideoGate.Cases;
using VideoGate.Cases.Queue;
using VideoGate.Review.Rules;

namespace VideoGate.Review.Queue;

/// <summary>Keeps the queue to what the cases say.</summary>
public sealed class ReviewQueueProjection(CaseStore cases, ReviewQueueStore index)
{
    /// <summary>
    /// Shows the case in the queue, or takes it off, until the case is still the one that was shown: of several who change a case at once,
    /// whoever writes the row last writes the latest.
    /// </summary>
    /// <param name="before">The case before its change, whose row may stand at another place; null when it was not in the queue.</param>
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

    /// <summary>Whether the case belongs in the queue.</summary>
    public static bool Shows(ModerationCase reviewed) =>
        reviewed is { State: CaseState.Quarantined, Review: { } review } && ReviewTransitions.IsUndecided(review.State);

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
