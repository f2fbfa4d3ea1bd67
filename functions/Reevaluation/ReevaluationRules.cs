using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Policies;
using VideoGate.Review.Rules;

namespace VideoGate.Reevaluation;

/// <summary>Rules of deciding a past case again by the policies that are in force now. Pure.</summary>
internal static class ReevaluationRules
{
    /// <param name="policies">In force for the audience of the case, the house policy first.</param>
    public static TransitionResult Judge(
        StoredCase current, IReadOnlyList<Policy> policies, ReevaluationOrder order, DateTimeOffset now)
    {
        var known = current.Case;
        if (!MayChange(known) || IsDone(known, order))
        {
            return new TransitionResult.Unchanged();
        }

        var decision = CaseDecision.Decide(policies, known, now);
        return IsSame(known.Decision!, decision)
            ? new TransitionResult.Unchanged()
            : new TransitionResult.Applied(Redecided(known, decision, policies, order, now));
    }

    /// <summary>Gets what was done about a case.</summary>
    public static ReevaluationEffect EffectOf(ModerationCase known, ReevaluationOrder order) => known switch
    {
        _ when !IsDone(known, order) =>
            known.Decision is not null && IsOpenToPolicies(known) && IsWithPeople(known)
                ? ReevaluationEffect.LeftToPeople
                : ReevaluationEffect.Unchanged,
        { State: CaseState.Quarantined, Review.AwaitsReturn: true } => ReevaluationEffect.Quarantine,
        { State: CaseState.Published, Review: { InPlace: true, Decision: null } } => ReevaluationEffect.Review,
        { Review: { Past: [_, ..], Decision.Label: not null } } => ReevaluationEffect.Label,
        { Review.Decision.DecidedBy: Actors.Policy } => ReevaluationEffect.Released,
        { State: CaseState.Published, Decision.Notices: [_, ..] } => ReevaluationEffect.Notice,
        _ => ReevaluationEffect.Recorded,
    };

    private static bool MayChange(ModerationCase known) =>
        known.Decision is not null && IsOpenToPolicies(known) && !IsWithPeople(known);

    /// <summary>Gets whether nothing about the case is being carried out.</summary>
    private static bool IsOpenToPolicies(ModerationCase known) => known switch
    {
        { Takedown.State: not TakedownState.Withdrawn } => false,
        { State: CaseState.Published } => known.ClosedAt is not null || known.Review is { Decision: null },
        { State: CaseState.Quarantined } => known.Review is { AwaitsReturn: false },
        _ => false,
    };

    private static bool IsWithPeople(ModerationCase known) => known.Review is { } review
        && (review is { Decision.DecidedBy: not Actors.Policy } or { Held: not null } or { Claim: not null } or { Information: not null }
                or { Appeal: not null } or { Decision: null, InPlace: true }
            || (review.Decision is null && !RedecidedCase.IsUntouched(review))
            || review.Past.Any(round => round.Decision.DecidedBy != Actors.Policy));

    /// <summary>Compares what the decisions lead to; another version of the same policy is no difference.</summary>
    private static bool IsSame(Decision before, Decision after) =>
        (before.Outcome, before.Reason, before.NoticeLabel) == (after.Outcome, after.Reason, after.NoticeLabel)
        && LabelOrder.RequiredBy(before) == LabelOrder.RequiredBy(after)
        && before.Disclosures.SequenceEqual(after.Disclosures)
        && before.Notices.Select(Text).SequenceEqual(after.Notices.Select(Text));

    private static string Text(Cases.Duties.Notice notice) =>
        $"{notice.Jurisdiction} {notice.Kind} {notice.Placement} {notice.Time} {string.Join('\n', notice.Text.OrderBy(text => text.Key))}";

    private static ModerationCase Redecided(
        ModerationCase known, Decision decision, IReadOnlyList<Policy> policies, ReevaluationOrder order, DateTimeOffset now)
    {
        var decided = known with
        {
            Policy = policies[0].Pin,
            Laws = [.. policies.Skip(1).Select(law => law.Pin)],
            Decision = decision,
            Withheld = null,
            Unlogged =
            [
                new CaseEvent(
                    IdOf(order), AuditEventTypes.Reevaluated.Name, order.By, new Dictionary<string, string>
                    {
                        ["backtest"] = order.BacktestId,
                        ["from"] = $"{known.Policy.Id} {known.Policy.Version} {known.Policy.Hash}",
                    }),
                new CaseEvent(
                    $"{AuditEventTypes.Decided.Name}:{order.BacktestId}", AuditEventTypes.Decided.Name, Actors.Policy,
                    DecisionData.Of(decision)),
            ],
        };
        var why = new Redecision($"backtest-{order.BacktestId}", RoundEnding.Reevaluated, InPlace: !order.Quarantine, order.HasCode);
        return RedecidedCase.Of(known, decided, policies[0].Review, why, now);
    }

    /// <summary>Gets whether an earlier attempt has decided the case.</summary>
    public static bool IsDone(ModerationCase known, ReevaluationOrder order) =>
        known.AuditHead?.Events.Contains(IdOf(order)) is true || known.Unlogged.Any(added => added.Id == IdOf(order));

    private static string IdOf(ReevaluationOrder order) => $"{AuditEventTypes.Reevaluated.Name}:{order.BacktestId}";
}
