using AiLabels.Reports;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Cases.Orchestration;
using VideoGate.Http;
using VideoGate.Policies;

namespace VideoGate.Review.Rules;

/// <summary>Rules of appeals against the notice or label with which a policy published a video. Pure.</summary>
internal static class NoticeAppeal
{
    /// <summary>Starts the first round that a person decides. The video stays published meanwhile, with its notice.</summary>
    public static TransitionResult Judge(ModerationCase published, ReviewCommand command, string text, ReviewPolicy policy)
    {
        if (published is not { State: CaseState.Published, Decision: { } decision })
        {
            return ReviewGuards.Reject(Problems.NotAppealable.Because("There is no decision on this video."));
        }

        if (policy.NoticeAppealUntil(published) is not { } until)
        {
            return ReviewGuards.Reject(Problems.NotAppealable.Because("The video is published without a notice, or no appeal is allowed."));
        }

        if (command.At >= until)
        {
            return ReviewGuards.Reject(Problems.NotAppealable.Because($"An appeal was possible until {until:O}."));
        }

        var known = published.Review;
        var round = (known?.Past.Count ?? 0) + 2;
        var automated = Automated(published, decision, until);
        var next = new CaseReview
        {
            State = ReviewState.Open,
            OpenedAt = command.At,
            DueAt = command.At + policy.ExpireAfter,
            Past = [.. known?.Past ?? [], new(published.OpenedAt, automated, RoundEnding.Appealed, command.By, command.At, text)],
            Appeal = new(text, command.At, round, AgainstPolicy: true),
            InPlace = true,
            Instance = CaseOrchestration.IdOf(published.CaseId, round),
        };
        var before = new CaseReview
        {
            State = ReviewState.Decided,
            OpenedAt = published.OpenedAt,
            DueAt = decision.DecidedAt,
            Decision = automated,
            Changes = known?.Changes ?? 0,
            Requests = known?.Requests ?? [],
        };
        return new TransitionResult.Applied(command.Apply(
            published with { ClosedAt = null, Review = before }, next, AuditEventTypes.ReviewAppealed.Name,
            new() { ["text"] = text, ["against"] = CamelCase.Name(decision.Outcome) }));
    }

    /// <summary>Gets a decided case whose video leaves the published ones, if the decision about a notice needs it.</summary>
    /// <remarks>A labelled copy whose label is lifted is replaced by the original, which is published from quarantine.</remarks>
    public static ModerationCase Leave(ModerationCase decided) =>
        decided is { State: CaseState.Published, Review: { InPlace: true, Decision: { } decision } review }
        && (decision.Verdict is not ReviewVerdict.Approve || (decided.Labelling is not null && decision.LiftsNotices is true))
            ? decided with { State = CaseState.Quarantined, Review = review with { InPlace = false, AwaitsReturn = true } }
            : decided;

    /// <summary>Gets the policy's publication as a decision of a review.</summary>
    public static ReviewDecision Automated(ModerationCase published, Decision decision, DateTimeOffset? until) => new()
    {
        Verdict = ReviewVerdict.Approve,
        ReasonCode = decision.Reason,
        DecidedBy = Actors.Policy,
        DecidedAt = decision.DecidedAt,
        AppealUntil = until,
        IdempotencyKey = published.CaseId,
        RequestHash = "",
    };
}
