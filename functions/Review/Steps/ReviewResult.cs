using VideoGate.Cases;
using VideoGate.Http;

namespace VideoGate.Review.Steps;

/// <summary>Result of a change: the case as it is stored, or why the change was refused.</summary>
internal sealed record ReviewResult(StoredCase? Stored, ProblemResult? Refusal);
