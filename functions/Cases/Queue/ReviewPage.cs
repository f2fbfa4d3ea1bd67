namespace VideoGate.Cases.Queue;

/// <summary>A page of the review queue, most urgent first.</summary>
/// <param name="Next">Cursor of the next page, or null on the last page.</param>
public sealed record ReviewPage(IReadOnlyList<ReviewRow> Rows, string? Next);
