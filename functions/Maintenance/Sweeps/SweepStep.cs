namespace VideoGate.Maintenance.Sweeps;

/// <param name="Count">What was on the page.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record SweepStep(int Count, string? Next);
