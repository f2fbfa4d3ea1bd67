namespace VideoGate.Takedowns;

/// <summary>Input of the orchestration <c>CarryOutTakedown</c>: one order about one case.</summary>
/// <param name="Number">Number of the order.</param>
public sealed record TakedownRequest(string CaseId, int Number);
