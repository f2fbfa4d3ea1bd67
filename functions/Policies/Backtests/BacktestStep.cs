namespace VideoGate.Policies.Backtests;

/// <summary>A batch of a backtest.</summary>
/// <param name="Batch">Starts at 0.</param>
/// <param name="Failure">Set to end the backtest as failed instead.</param>
public sealed record BacktestStep(string BacktestId, int Batch, string? Failure = null);
