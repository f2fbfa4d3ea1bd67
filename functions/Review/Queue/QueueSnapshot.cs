using AiLabels.Reports;
using VideoGate.Cases.Queue;

namespace VideoGate.Review.Queue;

/// <summary>All open reviews at one time, in the order of the queue. What a listing by name cannot answer is answered from it.</summary>
/// <param name="AsOf">When the reading began.</param>
public sealed record QueueSnapshot(IReadOnlyList<IndexedReview> Reviews, DateTimeOffset AsOf)
{
    /// <summary>The first of the rows behind <paramref name="after"/> that <paramref name="filter"/> admits.</summary>
    /// <param name="after">Name of the last row that was shown: the place is found again in any later snapshot, on any instance.</param>
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

    // Rows come sorted by name, so that a page deep in the queue costs no walk to it.
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
