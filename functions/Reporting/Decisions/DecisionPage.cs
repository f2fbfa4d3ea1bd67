namespace VideoGate.Reporting.Decisions;

/// <param name="Next">Start of the next page, or null on the last page.</param>
internal sealed record DecisionPage(IReadOnlyList<DecisionRow> Rows, DecisionCursor? Next);
