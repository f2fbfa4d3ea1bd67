using VideoGate.Cases.Queue;

namespace VideoGate.Review.Api;

/// <param name="NextLink">Path of the next page; null on the last. A page may be short although more follow.</param>
internal sealed record ReviewQueuePage(IReadOnlyList<ReviewRow> Value, string? NextLink);
