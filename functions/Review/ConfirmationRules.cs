using AiLabels;
using VideoGate.Access;
using VideoGate.Cases;
using VideoGate.Policies;

namespace VideoGate.Review;

/// <summary>Decides about the second person's word. Pure.</summary>
internal static class ConfirmationRules
{
    public static Ruling Judge(StoredCase current, ReviewCommand command, ConfirmationRequest body, ReviewPolicy policy)
    {
        command = command with { Action = body.Agree is true ? ReviewAction.Confirm : ReviewAction.Disagree };
        if (ReviewGate.Check(current, command) is { } refused)
        {
            return refused;
        }

        var review = current.Case.Review!;
        var held = review.Held!;
        return SecondPerson(review, held, command.By) ?? new Ruling.Accepted(command.Action is ReviewAction.Confirm
            ? command.Carry(current.Case, Confirmed(review, held, command, policy), "review-decided", Data(held, body.Note))
            : command.Carry(current.Case, Refused(review, command), "review-disagreed", Data(held, body.Note)));
    }

    private static Ruling? SecondPerson(Cases.Review review, ReviewDecision held, string by) => held.DecidedBy == by
        ? ReviewGate.Refuse(Problems.SecondPersonRequired.Because("You made the decision: somebody else confirms it."))
        : ReviewRules.Impartial(review, by);

    private static Cases.Review Confirmed(Cases.Review review, ReviewDecision held, ReviewCommand command, ReviewPolicy policy) => review with
    {
        State = ReviewState.Decided,
        Held = null,
        Decision = ReviewRules.Final(held, command.At, policy) with { ConfirmedBy = command.By, ConfirmedAt = command.At },
        Claim = null,
    };

    // Two people see it differently: it is for somebody with more say.
    private static Cases.Review Refused(Cases.Review review, ReviewCommand command) => review with
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
