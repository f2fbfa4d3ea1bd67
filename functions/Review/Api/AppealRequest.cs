using VideoGate.Http;

namespace VideoGate.Review.Api;

/// <summary>Body of <c>POST /cases/{caseId}/appeals</c>.</summary>
internal sealed record AppealRequest(string? Text) : IChangeRequest
{
    public ProblemResult? Validate() => WrittenText.Validate("text", Text);
}
