namespace VideoGate.Review.Queue;

/// <summary>Whether a review may expire now.</summary>
/// <param name="HeldUntil">The time to ask again; null if it may expire.</param>
/// <param name="Release">What released it from the limit; null if it is within the limit, or held.</param>
public sealed record ExpiryPermit(DateTimeOffset? HeldUntil, ExpiryRelease? Release = null);
