using VideoGate.Cases;

namespace VideoGate.Audit.Verification;

/// <summary>Position in both listings: <see cref="CasePage.Next"/> of the preceding pages.</summary>
internal sealed record ListingPlace(string? Cases, string? Logs);
