namespace VideoGate.Reevaluation;

/// <summary>Input of the orchestration <c>RunReevaluation</c> and of its steps.</summary>
/// <param name="Failure">Set to end the application as failed instead.</param>
public sealed record ReevaluationStep(string BacktestId, string? Failure = null);
