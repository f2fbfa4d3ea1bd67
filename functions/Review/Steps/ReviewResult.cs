using VideoGate.Cases;
using VideoGate.Http;

namespace VideoGate.Review.Steps;

/// <summary>Result of a change: the stored case, or why the change was rejected.</summary>
internal sealed record ReviewResult(StoredCase? Stored, ProblemResult? Refusal);
