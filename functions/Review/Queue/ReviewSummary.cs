namespace VideoGate.Review.Queue;

/// <summary>The queue in figures.</summary>
/// <param name="Open">Reviews that wait for a decision, in whatever state.</param>
/// <param name="Overdue">Those whose due time has passed.</param>
/// <param name="OldestOpenedAt">When the longest open round began; null when nothing waits.</param>
/// <param name="ByReason">
/// The most frequent values with their count, as in <paramref name="ByGenerator"/>; <c>none</c> for reviews without one.
/// </param>
/// <param name="AsOf">When the queue was read.</param>
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
