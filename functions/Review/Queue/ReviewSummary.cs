namespace VideoGate.Review.Queue;

/// <summary>Figures of the review queue.</summary>
/// <param name="Open">Number of undecided reviews, in any state.</param>
/// <param name="Overdue">Number of reviews past their due time.</param>
/// <param name="OldestOpenedAt">Start of the oldest open round, or null if the queue is empty.</param>
/// <param name="ByReason">
/// Counts of the most frequent values, as in <paramref name="ByGenerator"/>; <c>none</c> for reviews without a value.
/// </param>
/// <param name="AsOf">Time of the queue read.</param>
internal sealed record ReviewSummary(
    int Open,
    int Overdue,
    DateTimeOffset? OldestOpenedAt,
    IReadOnlyDictionary<string, int> ByState,
    IReadOnlyDictionary<string, int> ByReason,
    IReadOnlyDictionary<string, int> ByGenerator,
    DateTimeOffset AsOf)
{
    public const int MaxFacets = 100;
    public const string None = "none";
}
