using VideoGate.Cases;

namespace VideoGate.Moderation;

/// <summary>Finds out whether a video is identical to one that an order took down.</summary>
public sealed class TakenDownVideos(RelatedCases related, CaseStore cases)
{
    /// <summary>Identical videos that are looked at, the newest first; each that was recognized leads to the order.</summary>
    private const int Most = 200;

    /// <returns>The case of the order, or null if no order stands against this video.</returns>
    internal async Task<string?> FindAsync(ModerationCase seen, CancellationToken cancellationToken)
    {
        HashSet<string> known = [seen.CaseId];
        var same = new Queue<string>(await related.SameContentAsync(seen, Most, cancellationToken));
        while (same.TryDequeue(out var caseId))
        {
            if (!known.Add(caseId) || await cases.GetAsync(caseId, cancellationToken) is not { Case: var other })
            {
                continue;
            }

            if (Takedown.IsInForce(other))
            {
                return caseId;
            }

            if (other.TakenDownAs is { } order)
            {
                same.Enqueue(order);
            }
        }

        return null;
    }
}
