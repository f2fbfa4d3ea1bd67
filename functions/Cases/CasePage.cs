namespace VideoGate.Cases;

/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record CasePage(IReadOnlyList<string> CaseIds, string? Next);
