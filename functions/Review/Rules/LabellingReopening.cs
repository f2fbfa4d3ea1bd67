using AiLabels.Reports;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Policies;
using VideoGate.Publishing;

namespace VideoGate.Review.Rules;

/// <summary>Reopens a review because the ordered label cannot be applied. Pure.</summary>
internal static class LabellingReopening
{
    /// <remarks>
    /// Restarts the policy's full schedule: the old one may have elapsed during labelling. The video never left quarantine.
    /// </remarks>
    public static TransitionResult Judge(StoredCase current, LabelProblem problem, ReviewPolicy policy, DateTimeOffset now)
    {
        if (current.Case is not { ClosedAt: null, Review: { Decision: { Label: { } order } decision } review })
        {
            return new TransitionResult.Unchanged();
        }

        var command = new ReviewCommand(ReviewAction.Undo, Actors.System, now);
        var reopened = Reopening.Of(current.Case, RoundEnding.LabellingFailed, command, problem.Message, policy);
        var data = new Dictionary<string, string>
        {
            ["code"] = problem.Code,
            ["message"] = problem.Message,
            ["explicit"] = CamelCase.Name(order.Explicit)
        };
        return new TransitionResult.Applied(command.Apply(
            reopened with { Review = review }, reopened.Review! with { AwaitsReturn = false }, AuditEventTypes.LabellingFailed.Name,
            data) with
        {
            Labelling = new() { OrderId = DueLabel.Id(decision), Order = order, At = now, Problem = problem },
        });
    }
}
