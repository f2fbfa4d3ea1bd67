namespace VideoGate.Reporting.Decisions;

/// <param name="Next">Where the next page begins; null on the last.</param>
internal sealed record DecisionPage(IReadOnlyList<DecisionRow> Rows, DecisionCursor? Next);
