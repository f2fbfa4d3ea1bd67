namespace VideoGate.Policies.Backtests;

/// <summary>A backtest with its progress through the cases.</summary>
/// <param name="Batches">Number of batches in the result.</param>
/// <param name="Next">Continuation marker of the next batch; null for the first.</param>
/// <param name="Applied">How far its application is; null before.</param>
internal sealed record BacktestProgress(Backtest Backtest, int Batches = 0, string? Next = null, AppliedUpTo? Applied = null);
