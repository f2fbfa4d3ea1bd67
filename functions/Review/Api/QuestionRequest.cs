using VideoGate.Http;

namespace VideoGate.Review.Api;

/// <summary>Body of <c>POST /reviews/{caseId}/information-requests</c>.</summary>
/// <param name="Question">Shown to the uploader.</param>
internal sealed record QuestionRequest(string? Question) : IChangeRequest
{
    public ProblemResult? Validate() => WrittenText.Validate("question", Question);
}
