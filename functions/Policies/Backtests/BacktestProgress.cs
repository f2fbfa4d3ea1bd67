namespace VideoGate.Policies.Backtests;

/// <summary>A backtest and how far its walk through the cases has come.</summary>
/// <param name="Batches">Batches that are in the result already.</param>
/// <param name="Next">Where the next batch begins; null for the first.</param>
internal sealed record BacktestProgress(Backtest Backtest, int Batches = 0, string? Next = null);
