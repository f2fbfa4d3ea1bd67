using AiLabels.Reports;
using VideoGate.Cases.Queue;

namespace VideoGate.Review.Queue;

/// <summary>All open reviews at one time, in queue order. Answers queries that a listing by name cannot.</summary>
/// <param name="AsOf">Start of the queue read.</param>
public sealed record QueueSnapshot(IReadOnlyList<IndexedReview> Reviews, DateTimeOffset AsOf)
{
    /// <summary>Gets the first rows after <paramref name="after"/> that match <paramref name="filter"/>.</summary>
    /// <param name="after">Name of the last row shown; a valid position in any later snapshot, on any instance.</param>
    internal ReviewPage Page(ReviewFilter filter, string? after, int pageSize, DateTimeOffset now)
    {
        var shown = new List<IndexedReview>(pageSize + 1);
        for (var i = Begin(after); i < Reviews.Count && shown.Count <= pageSize; i++)
        {
            if (filter.Admits(Reviews[i].Row, now))
            {
                shown.Add(Reviews[i]);
            }
        }

        return new(
            [.. shown.Take(pageSize).Select(review => review.Row)],
            shown.Count > pageSize ? new ReviewCursor(null, shown[pageSize - 1].Name).ToString() : null);
    }

    internal ReviewSummary Summarize(DateTimeOffset now)
    {
        var rows = Reviews.Select(review => review.Row).ToList();
        return new(
            rows.Count,
            rows.Count(row => row.DueAt <= now),
            rows.Count == 0 ? null : rows.Min(row => row.OpenedAt),
            Count(rows, row => CamelCase.Name(row.State)),
            Count(rows, row => row.Reason),
            Count(rows, row => row.Generator),
            AsOf);
    }

    // Rows are sorted by name: a binary search avoids scanning to a page deep in the queue.
    private int Begin(string? after)
    {
        var (low, high) = (0, after is null ? 0 : Reviews.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = string.CompareOrdinal(Reviews[middle].Name, after) > 0 ? (low, middle) : (middle + 1, high);
        }

        return low;
    }

    private static Dictionary<string, int> Count(IEnumerable<ReviewRow> rows, Func<ReviewRow, string?> facet) => rows
        .CountBy(row => facet(row) ?? ReviewSummary.None)
        .OrderByDescending(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal)
        .Take(ReviewSummary.MaxFacets)
        .ToDictionary();
}
