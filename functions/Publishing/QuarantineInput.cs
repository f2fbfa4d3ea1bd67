using VideoGate.Cases;

namespace VideoGate.Publishing;

/// <param name="Problem">Why a video that the policies publish with a label cannot be; null if the policies decided.</param>
public sealed record QuarantineInput(string CaseId, LabelProblem? Problem = null);
