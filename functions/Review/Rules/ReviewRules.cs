using AiLabels.Reports;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Http;
using VideoGate.Policies;

namespace VideoGate.Review.Rules;

/// <summary>Rules of decisions. Pure.</summary>
internal static class ReviewRules
{
    /// <param name="decision">The decision, to be applied or held.</param>
    public static TransitionResult Judge(StoredCase current, ReviewCommand command, ReviewDecision decision, ReviewPolicy policy)
    {
        if (current.Case.Review is { } known && Find(known, decision.DecidedBy, decision.IdempotencyKey) is { } earlier)
        {
            return earlier.RequestHash == decision.RequestHash
                ? new TransitionResult.Unchanged()
                : ReviewGuards.Reject(Problems.IdempotencyKeyReused.Because("You used this key for another decision about the case."));
        }

        decision = LabelDuty.Add(current.Case, decision, command.HasCode);
        var held = policy.NeedsSecondPerson(decision.Verdict, current.Case.QuarantineReason);
        command = command with { Action = held ? ReviewAction.Hold : ReviewAction.Decide };
        if ((ReviewGuards.Check(current, command) ?? Impartial(current.Case.Review!, command.By)) is { } refused)
        {
            return refused;
        }

        var review = current.Case.Review! with { Claim = null };
        return new TransitionResult.Applied(held
            ? command.Apply(
                current.Case, review with { State = ReviewState.AwaitingConfirmation, Held = decision },
                AuditEventTypes.ReviewDecisionHeld.Name,
                Data(decision))
            : NoticeAppeal.Leave(command.Apply(
                current.Case, review with { State = ReviewState.Decided, Decision = Final(decision, command.At, policy) },
                AuditEventTypes.ReviewDecided.Name,
                Data(decision))));
    }

    /// <summary>Finds the decision made by a request, in any later state.</summary>
    public static ReviewDecision? Find(CaseReview review, string by, string key) =>
        new[] { review.Decision, review.Held }.Concat(review.Past.Select(round => round.Decision))
            .FirstOrDefault(decision => decision is not null && (decision.DecidedBy, decision.IdempotencyKey) == (by, key));

    /// <summary>Gets the decision as effective from <paramref name="now"/>.</summary>
    public static ReviewDecision Final(ReviewDecision decision, DateTimeOffset now, ReviewPolicy policy) => decision with
    {
        UndoUntil = policy.UndoWindow > TimeSpan.Zero ? now + policy.UndoWindow : null,
        AppealUntil = policy.AppealWindow > TimeSpan.Zero ? now + policy.AppealWindow : null,
    };

    /// <summary>Rejects a person who took part in the appealed decision.</summary>
    public static TransitionResult? Impartial(CaseReview review, string by) =>
        review.Appeal is { } appeal
            && review.Past.Take(appeal.Round - 1).Any(round => round.Decision.DecidedBy == by || round.Decision.ConfirmedBy == by)
            ? ReviewGuards.Reject(Problems.DecidedBefore.Because("You took part in the decision that the uploader appealed."))
            : null;

    public static Dictionary<string, string> Data(ReviewDecision decision) => new()
    {
        ["verdict"] = CamelCase.Name(decision.Verdict),
        ["reasonCode"] = decision.ReasonCode,
        ["note"] = decision.Note ?? "",
        ["label"] = decision.Label is { } label ? $"{CamelCase.Name(label.Explicit)} {label.Text}".TrimEnd() : "",
    };
}
