namespace VideoGate.Cases.Queue;

/// <summary>A page of the review queue, most urgent first.</summary>
/// <param name="Next">Cursor of the next page; null on the last.</param>
public sealed record ReviewPage(IReadOnlyList<ReviewRow> Rows, string? Next);
