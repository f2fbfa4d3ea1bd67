using VideoGate.Http;

namespace VideoGate.Review.Api;

/// <summary>Body of the operations that ask for nothing but a reason in words.</summary>
internal sealed record NoteRequest(string? Note) : IChangeRequest
{
    public ProblemResult? Validate() => WrittenText.Validate("note", Note);
}
