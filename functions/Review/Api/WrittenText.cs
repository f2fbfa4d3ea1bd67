using VideoGate.Http;

namespace VideoGate.Review.Api;

/// <summary>Validates free text in a body.</summary>
internal static class WrittenText
{
    public const int MaxLength = 2000;

    /// <returns>The error of a required text, or null if it is valid.</returns>
    public static ProblemResult? Validate(string field, string? text)
    {
        var errors = new FieldErrors();
        if (string.IsNullOrWhiteSpace(text) || text.Length > MaxLength)
        {
            errors.Add(field, $"Required, at most {MaxLength} characters.");
        }

        return errors.ToProblem();
    }
}
