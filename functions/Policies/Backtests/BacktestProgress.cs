namespace VideoGate.Policies.Backtests;

/// <summary>A backtest with its progress through the cases.</summary>
/// <param name="Batches">Number of batches in the result.</param>
/// <param name="Next">Continuation marker of the next batch; null for the first.</param>
internal sealed record BacktestProgress(Backtest Backtest, int Batches = 0, string? Next = null);
