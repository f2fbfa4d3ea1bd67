using VideoGate.Cases;

namespace VideoGate.Review.Steps;

/// <summary>Where a review stands: decided, or when to look again.</summary>
/// <param name="Revocable">The decision is to be carried out at once, and may yet be undone until <paramref name="LookAgainAt"/>.</param>
/// <param name="AwaitsReturn">An earlier decision no longer stands: the video must go back to quarantine before anything else.</param>
public sealed record ReviewProgress(ReviewVerdict? Verdict, DateTimeOffset LookAgainAt, bool Revocable = false, bool AwaitsReturn = false);
