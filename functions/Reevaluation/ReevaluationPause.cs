namespace VideoGate.Reevaluation;

/// <summary>Result of a step.</summary>
/// <param name="Until">When to go on; null if the application has ended.</param>
public sealed record ReevaluationPause(DateTimeOffset? Until);
