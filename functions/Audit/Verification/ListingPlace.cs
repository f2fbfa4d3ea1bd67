using VideoGate.Cases;

namespace VideoGate.Audit.Verification;

/// <summary>The pages in which the two listings stand: <see cref="CasePage.Next"/> of the pages before.</summary>
internal sealed record ListingPlace(string? Cases, string? Logs);
