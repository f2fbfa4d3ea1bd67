using VideoGate.Cases;

namespace VideoGate.Review.Steps;

/// <summary>The state of a review: decided, or the time of the next check.</summary>
/// <param name="Revocable">The decision is carried out at once, but may be undone until <paramref name="LookAgainAt"/>.</param>
/// <param name="AwaitsReturn">An earlier decision is revoked: the video must first return to quarantine.</param>
public sealed record ReviewProgress(ReviewVerdict? Verdict, DateTimeOffset LookAgainAt, bool Revocable = false, bool AwaitsReturn = false);
