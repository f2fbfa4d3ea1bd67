using VideoGate.Http;

namespace VideoGate.Review.Api;

/// <summary>What a body says in words.</summary>
internal static class WrittenText
{
    public const int MaxLength = 2000;

    /// <returns>What is wrong with a text that must be there, or null.</returns>
    public static ProblemResult? Validate(string field, string? text)
    {
        var errors = new FieldErrors();
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaxLength)
        {
            errors.Add(field, $"Write something, at most {MaxLength} characters.");
        }

        return errors.ToProblem();
    }
}

/// <summary>Body of the operations that ask for nothing but a reason in words.</summary>
internal sealed record NoteRequest(string? Note) : IChangeRequest
{
    public ProblemResult? Validate() => WrittenText.Validate("note", Note);
}

/// <summary>Body of <c>POST /reviews/{caseId}/information-requests</c>.</summary>
/// <param name="Question">The uploader reads it.</param>
internal sealed record QuestionRequest(string? Question) : IChangeRequest
{
    public ProblemResult? Validate() => WrittenText.Validate("question", Question);
}

/// <summary>Body of <c>POST /cases/{caseId}/information</c>.</summary>
internal sealed record AnswerRequest(string? Answer) : IChangeRequest
{
    public ProblemResult? Validate() => WrittenText.Validate("answer", Answer);
}

/// <summary>Body of <c>POST /cases/{caseId}/appeals</c>.</summary>
internal sealed record AppealRequest(string? Text) : IChangeRequest
{
    public ProblemResult? Validate() => WrittenText.Validate("text", Text);
}
