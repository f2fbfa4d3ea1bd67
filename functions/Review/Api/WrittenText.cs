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
