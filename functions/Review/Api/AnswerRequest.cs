using VideoGate.Http;

namespace VideoGate.Review.Api;

/// <summary>Body of <c>POST /cases/{caseId}/information</c>.</summary>
internal sealed record AnswerRequest(string? Answer) : IChangeRequest
{
    public ProblemResult? Validate() => WrittenText.Validate("answer", Answer);
}
