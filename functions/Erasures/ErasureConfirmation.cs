using VideoGate.Http;

namespace VideoGate.Erasures;

/// <summary>Body of <c>POST /erasures/{erasureId}/confirmations</c>.</summary>
/// <param name="Agree">False ends the order; nothing is erased.</param>
internal sealed record ErasureConfirmation(bool? Agree = null)
{
    public ProblemResult? Validate()
    {
        var errors = new FieldErrors();
        if (Agree is null)
        {
            errors.Add("agree", "true or false.");
        }

        return errors.ToProblem();
    }
}
