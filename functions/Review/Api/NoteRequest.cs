using VideoGate.Http;

namespace VideoGate.Review.Api;

/// <summary>Body of operations that require only a written reason.</summary>
internal sealed record NoteRequest(string? Note) : IChangeRequest
{
    public ProblemResult? Validate() => WrittenText.Validate("note", Note);
}
