namespace VideoGate.Maintenance.Sweeps;

/// <param name="Count">Number of items on the page.</param>
/// <param name="Next">Continuation marker of the next page, or null on the last page.</param>
public sealed record SweepStep(int Count, string? Next);
