using Serverless.Access;

namespace Serverless.Review;

/// <summary>Body of the operations that ask for nothing but a reason in words.</summary>
internal sealed record NoteRequest(string? Note)
{
    /// <returns>What is wrong with the note, or null.</returns>
    public ProblemResult? Validate()
    {
        var errors = new FieldErrors();
        if (string.IsNullOrWhiteSpace(Note) || Note.Length > DecisionRequest.MaxNote)
        {
            errors.Add("note", $"Say why, in at most {DecisionRequest.MaxNote} characters.");
        }

        return errors.ToProblem();
    }
}
