namespace VideoGate.Policies.Backtests;

/// <summary>A batch of a backtest.</summary>
/// <param name="Batch">From 0.</param>
/// <param name="Failure">Set when the backtest is to be given up instead.</param>
public sealed record BacktestStep(string BacktestId, int Batch, string? Failure = null);
