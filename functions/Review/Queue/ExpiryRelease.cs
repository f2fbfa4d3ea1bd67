namespace VideoGate.Review.Queue;

/// <summary>A senior moderator's word that the queue is meant to expire: until then no review is held.</summary>
/// <param name="ReleasedBy">Subject of the token.</param>
public sealed record ExpiryRelease(string ReleasedBy, DateTimeOffset ReleasedAt, DateTimeOffset Until);
