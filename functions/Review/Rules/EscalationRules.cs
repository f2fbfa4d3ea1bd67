using VideoGate.Cases;

namespace VideoGate.Review.Rules;

/// <summary>Decides about escalations and about questions to the uploader. Pure.</summary>
internal static class EscalationRules
{
    /// <summary>The review goes back to the queue, marked, and out of the caller's hands.</summary>
    public static TransitionResult Escalate(StoredCase current, ReviewCommand command, string note) =>
        ReviewGuards.Check(current, command) ?? new TransitionResult.Applied(command.Apply(
            current.Case,
            current.Case.Review! with { State = ReviewState.Escalated, EscalatedAt = command.At, Claim = null },
            "review-escalated",
            new() { ["note"] = note }));

    /// <summary>The uploader is asked; meanwhile reminder and escalation stand still.</summary>
    public static TransitionResult RequestInformation(StoredCase current, ReviewCommand command, string question) =>
        ReviewGuards.Check(current, command) ?? new TransitionResult.Applied(command.Apply(
            current.Case,
            current.Case.Review! with
            {
                State = ReviewState.AwaitingInformation,
                Information = new(question, command.By, command.At),
                Claim = null,
            },
            "review-information-requested",
            new() { ["question"] = question }));
}
