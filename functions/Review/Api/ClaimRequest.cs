using VideoGate.Http;

namespace VideoGate.Review.Api;

/// <summary>Body of <c>POST /reviews/{caseId}/claim</c>.</summary>
/// <param name="TakeOver">Take over another moderator's claim; requires the role SeniorModerator.</param>
internal sealed record ClaimRequest(bool TakeOver = false);

/// <summary>Body of <c>POST /reviews/{caseId}/claim/handover</c>.</summary>
/// <param name="To">Subject of the new holder's token.</param>
internal sealed record HandoverRequest(string? To)
{
    private const int MaxSubject = 200;

    public ProblemResult? Validate()
    {
        var errors = new FieldErrors();
        if (To is not { Length: > 0 and <= MaxSubject } || To.Any(char.IsControl))
        {
            errors.Add("to", $"The subject of a moderator, 1 to {MaxSubject} characters.");
        }

        return errors.ToProblem();
    }
}
