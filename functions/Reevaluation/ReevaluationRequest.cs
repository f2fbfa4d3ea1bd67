namespace VideoGate.Reevaluation;

/// <summary>Body of <c>POST /backtests/{backtestId}/apply</c>.</summary>
/// <param name="Quarantine">
/// Whether published videos that the policies now quarantine leave the published ones; otherwise they are reviewed in place.
/// </param>
internal sealed record ReevaluationRequest(bool Quarantine = false);
