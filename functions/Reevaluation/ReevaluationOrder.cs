namespace VideoGate.Reevaluation;

/// <summary>What is asked of each case.</summary>
/// <param name="BacktestId">The backtest that is applied.</param>
/// <param name="By">Subject of the token of the person who had it applied.</param>
/// <param name="Quarantine">Whether published videos that the policies quarantine leave the published ones.</param>
/// <param name="HasCode">Whether the platform has a code, which labels in metadata name.</param>
internal sealed record ReevaluationOrder(string BacktestId, string By, bool Quarantine, bool HasCode = true);
