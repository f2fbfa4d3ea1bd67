using VideoGate.Cases;

namespace VideoGate.Review.Steps;

/// <summary>A label that could not be applied, with the reason.</summary>
public sealed record LabelFailure(string CaseId, LabelProblem Problem);
