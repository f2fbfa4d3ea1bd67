using AiLabels.Reports;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Http;
using VideoGate.Policies;

namespace VideoGate.Review.Rules;

/// <summary>Rules of confirmation by a second person. Pure.</summary>
internal static class ConfirmationRules
{
    /// <param name="agree">Whether the second person confirms the decision.</param>
    /// <param name="note">The second person's note.</param>
    public static TransitionResult Judge(StoredCase current, ReviewCommand command, bool agree, string? note, ReviewPolicy policy)
    {
        command = command with { Action = agree ? ReviewAction.Confirm : ReviewAction.Disagree };
        if (ReviewGuards.Check(current, command) is { } refused)
        {
            return refused;
        }

        var review = current.Case.Review!;
        var held = review.Held!;
        return SecondPerson(review, held, command.By) ?? new TransitionResult.Applied(command.Action is ReviewAction.Confirm
            ? NoticeAppeal.Leave(command.Apply(
                current.Case, Confirmed(review, held, command, policy), AuditEventTypes.ReviewDecided.Name, Data(held, note)))
            : command.Apply(current.Case, Refused(review, command), AuditEventTypes.ReviewDisagreed.Name, Data(held, note)));
    }

    private static TransitionResult? SecondPerson(CaseReview review, ReviewDecision held, string by) => held.DecidedBy == by
        ? ReviewGuards.Reject(Problems.SecondPersonRequired.Because("You made the decision; another moderator must confirm it."))
        : ReviewRules.Impartial(review, by);

    private static CaseReview Confirmed(CaseReview review, ReviewDecision held, ReviewCommand command, ReviewPolicy policy) =>
        review with
        {
            State = ReviewState.Decided,
            Held = null,
            Decision = ReviewRules.Final(held, command.At, policy) with { ConfirmedBy = command.By, ConfirmedAt = command.At },
            Claim = null,
        };

    // Two people disagree: escalates the review.
    private static CaseReview Refused(CaseReview review, ReviewCommand command) => review with
    {
        State = ReviewState.Escalated,
        Held = null,
        EscalatedAt = command.At,
        Claim = null,
    };

    private static Dictionary<string, string> Data(ReviewDecision held, string? note) => new()
    {
        ["verdict"] = CamelCase.Name(held.Verdict),
        ["reasonCode"] = held.ReasonCode,
        ["note"] = held.Note ?? "",
        ["decidedBy"] = held.DecidedBy,
        ["secondNote"] = note ?? "",
    };
}
