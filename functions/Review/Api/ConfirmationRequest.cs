using VideoGate.Http;

namespace VideoGate.Review.Api;

/// <summary>Body of <c>POST /reviews/{caseId}/confirmations</c>.</summary>
internal sealed record ConfirmationRequest(bool? Agree, string? Note = null) : IChangeRequest
{
    public ProblemResult? Validate()
    {
        var errors = new FieldErrors();
        if (Agree is null)
        {
            errors.Add("agree", "true or false.");
        }
        else if (Agree is false && string.IsNullOrWhiteSpace(Note))
        {
            errors.Add("note", "Say why you disagree.");
        }

        if (Note?.Length > WrittenText.MaxLength)
        {
            errors.Add("note", $"At most {WrittenText.MaxLength} characters.");
        }

        return errors.ToProblem();
    }
}
