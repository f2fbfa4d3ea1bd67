namespace VideoGate.Cases;

/// <param name="Next">Continuation marker of the next page, or null on the last page.</param>
public sealed record CasePage(IReadOnlyList<string> CaseIds, string? Next);
