using AiLabels.Reports;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Cases.Orchestration;
using VideoGate.Http;
using VideoGate.Policies;

namespace VideoGate.Review.Rules;

/// <summary>Rules of uploaders' answers and appeals. Pure. Repeating the same text changes nothing.</summary>
internal static class UploaderRules
{
    /// <summary>Resumes the review, with the time that was left when the question was asked.</summary>
    public static TransitionResult Answer(StoredCase current, ReviewCommand command, string answer)
    {
        if (Own(current, command) is not { } review)
        {
            return NotTheirs();
        }

        if (review.Information?.Answer == answer)
        {
            return new TransitionResult.Unchanged();
        }

        if (!ReviewTransitions.Admits(review.State, command.Action) || review.Information is not { } asked)
        {
            return ReviewGuards.Reject(Problems.WrongState
                .Because("There is no open question about this video.")
                .With("state", CamelCase.Name(review.State)));
        }

        var waited = command.At - asked.AskedAt;
        var next = review with
        {
            State = review.EscalatedAt is null ? ReviewState.Open : ReviewState.Escalated,
            Paused = review.Paused + waited,
            DueAt = review.DueAt + waited,
            Information = asked with { Answer = answer, AnsweredAt = command.At },
        };
        return new TransitionResult.Applied(
            command.Apply(current.Case, next, AuditEventTypes.ReviewInformationGiven.Name, new() { ["answer"] = answer }));
    }

    /// <summary>
    /// Starts another round, which a different person decides. An appeal against a notice leaves the video published; one against a
    /// quarantine that no person has decided waits with the review.
    /// </summary>
    public static TransitionResult Appeal(StoredCase current, ReviewCommand command, string text, ReviewPolicy policy)
    {
        if (current.Case.Submission.Uploader != command.By)
        {
            return NotTheirs();
        }

        if (current.Case.Review is not { } review || (current.Case.State is CaseState.Published && ReviewPolicy.IsAutomatic(review)))
        {
            return NoticeAppeal.Judge(current.Case, command, text, policy);
        }

        if (review.Appeal is { } made && (made.Text == text || review.Decision is null || !made.AgainstPolicy))
        {
            return made.Text == text
                ? new TransitionResult.Unchanged()
                : ReviewGuards.Reject(Problems.NotAppealable.Because("You have already appealed; a decision can be appealed once."));
        }

        if (review is { Decision: null, Past: [] } && ReviewTransitions.IsUndecided(review.State))
        {
            return AppealQuarantine(current.Case, review, command, text);
        }

        if (GetError(current.Case, review, command) is { } error)
        {
            return ReviewGuards.Reject(Problems.NotAppealable.Because(error));
        }

        var next = Reopening.Of(current.Case, RoundEnding.Appealed, command, text, policy);
        var round = next.Review!.Round;
        return new TransitionResult.Applied(command.Apply(
            next with { Review = current.Case.Review },
            next.Review with { Appeal = new(text, command.At, round), Instance = CaseOrchestration.IdOf(current.Case.CaseId, round) },
            AuditEventTypes.ReviewAppealed.Name,
            new() { ["text"] = text, ["against"] = CamelCase.Name(review.Decision!.Verdict) }));
    }

    private static TransitionResult.Applied AppealQuarantine(ModerationCase held, CaseReview review, ReviewCommand command, string text) =>
        new((command with { Action = ReviewAction.AppealQuarantine }).Apply(
            held,
            review with { Appeal = new(text, command.At, review.Round, AgainstPolicy: true) },
            AuditEventTypes.ReviewAppealed.Name,
            new() { ["text"] = text, ["against"] = "quarantine" }));

    private static string? GetError(ModerationCase reviewed, CaseReview review, ReviewCommand command) => review switch
    {
        { Decision: null } => "There is no decision on this video.",
        _ when reviewed.State is CaseState.Superseded or CaseState.Lost => "The video no longer exists.",
        { Decision.AppealUntil: null } => "The policy allows no appeal.",
        { Decision.AppealUntil: { } until } when command.At >= until => $"An appeal was possible until {until:O}.",
        { Decision: { } decision } when reviewed.ClosedAt is null || ReviewSchedule.RevocableUntil(decision, command.At) is not null =>
            "The decision may still change; try again in a few minutes.",
        _ => null,
    };

    private static CaseReview? Own(StoredCase current, ReviewCommand command) =>
        current.Case.Submission.Uploader == command.By ? current.Case.Review : null;

    private static TransitionResult NotTheirs() =>
        ReviewGuards.Reject(Problems.NotFound.Because("There is no such case, it belongs to another uploader, or it was never in review."));
}
