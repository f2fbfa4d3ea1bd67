using VideoGate.Http;

namespace VideoGate.Takedowns;

/// <summary>Body of <c>POST /cases/{caseId}/takedown/decisions</c>.</summary>
/// <param name="CarryOut">Whether the video is taken down; false withdraws the order.</param>
/// <param name="Note">Required to withdraw the order.</param>
internal sealed record TakedownDecision(bool? CarryOut, string? Note = null)
{
    /// <returns>All field errors, or null if there are none.</returns>
    public ProblemResult? Validate()
    {
        var errors = new FieldErrors();
        if (CarryOut is null)
        {
            errors.Add("carryOut", "true or false.");
        }
        else if (CarryOut is false && string.IsNullOrWhiteSpace(Note))
        {
            errors.Add("note", "Say why the order does not hold.");
        }

        if (Note?.Length > TakedownOrder.LongestNote)
        {
            errors.Add("note", $"At most {TakedownOrder.LongestNote} characters.");
        }

        return errors.ToProblem();
    }
}
