namespace VideoGate.Policies.Backtests;

/// <summary>How far the application of a backtest is.</summary>
/// <param name="Page">Continuation marker of the page of cases; null for the first.</param>
/// <param name="After">The last case of the page that was decided; null if none was.</param>
internal sealed record AppliedUpTo(string? Page = null, string? After = null);
