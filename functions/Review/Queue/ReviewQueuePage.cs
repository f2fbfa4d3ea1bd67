using VideoGate.Cases.Queue;

namespace VideoGate.Review.Queue;

/// <param name="NextLink">Path of the next page, or null on the last page. A page may be short even if more pages follow.</param>
internal sealed record ReviewQueuePage(IReadOnlyList<ReviewRow> Value, string? NextLink);
