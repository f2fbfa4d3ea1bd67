namespace VideoGate.Audit.Verification;

internal sealed record ListedCase(string CaseId, ListingPlace Place);
