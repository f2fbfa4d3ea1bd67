using AiLabels.Reports;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Http;
using VideoGate.Policies;

namespace VideoGate.Review.Rules;

/// <summary>Rules of undo: adds an event that compensates the decision, which stays on record. Pure.</summary>
internal static class UndoRules
{
    public static TransitionResult Undo(StoredCase current, ReviewCommand command, string note, ReviewPolicy policy)
    {
        if (ReviewGuards.Check(current, command) is { } refused)
        {
            return refused;
        }

        var review = current.Case.Review!;
        if (review.Decision is not { UndoUntil: { } until } decision || command.At >= until)
        {
            return ReviewGuards.Reject(Problems.UndoWindowOver
                .Because(review.Decision?.UndoUntil is { } end
                    ? $"It could be undone until {end:O}."
                    : "The policy does not let decisions be undone.")
                .With("undoUntil", review.Decision?.UndoUntil));
        }

        if (current.Case.State is CaseState.Superseded or CaseState.Lost)
        {
            return ReviewGuards.Reject(Problems.NotInReview.Because("The video no longer exists."));
        }

        var next = Reopening.Of(current.Case, RoundEnding.Undone, command, note, policy);
        return new TransitionResult.Applied(command.Apply(
            next with { Review = review },
            next.Review!,
            AuditEventTypes.ReviewUndone.Name,
            new() { ["verdict"] = CamelCase.Name(decision.Verdict), ["decidedBy"] = decision.DecidedBy, ["note"] = note }));
    }
}
