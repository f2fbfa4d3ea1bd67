using VideoGate.Cases;

namespace VideoGate.Review.Steps;

/// <summary>A label that could not be given, and why.</summary>
public sealed record LabelFailure(string CaseId, LabelProblem Problem);
