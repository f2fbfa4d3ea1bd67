using VideoGate.Audit;
using VideoGate.Cases;

namespace VideoGate.Review.Rules;

/// <summary>Rules of escalations and of questions to the uploader. Pure.</summary>
internal static class EscalationRules
{
    /// <summary>Returns the review to the queue, marked as escalated, and releases the caller's claim.</summary>
    public static TransitionResult Escalate(StoredCase current, ReviewCommand command, string note) =>
        ReviewGuards.Check(current, command) ?? new TransitionResult.Applied(command.Apply(
            current.Case,
            current.Case.Review! with { State = ReviewState.Escalated, EscalatedAt = command.At, Claim = null },
            AuditEventTypes.ReviewEscalated.Name,
            new() { ["note"] = note }));

    /// <summary>Asks the uploader; pauses reminder and escalation.</summary>
    public static TransitionResult RequestInformation(StoredCase current, ReviewCommand command, string question) =>
        ReviewGuards.Check(current, command) ?? new TransitionResult.Applied(command.Apply(
            current.Case,
            current.Case.Review! with
            {
                State = ReviewState.AwaitingInformation,
                Information = new(question, command.By, command.At),
                Claim = null,
            },
            AuditEventTypes.ReviewInformationRequested.Name,
            new() { ["question"] = question }));
}
