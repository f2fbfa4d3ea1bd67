using VideoGate.Cases;

namespace VideoGate.Policies.Backtests;

/// <summary>The deciding rule and its outcome.</summary>
/// <param name="Rule">Id of the first matched rule; the reason if no rule was evaluated.</param>
public sealed record RuleOutcome(string Rule, DecisionOutcome Outcome, string Reason)
{
    public static RuleOutcome Of(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return Of(decision.Rules, decision.Outcome, decision.Reason);
    }

    /// <summary>Gets what one of the policies decided, or the decision of the case if it did not ask that policy.</summary>
    public static RuleOutcome Of(Decision decision, string policyId)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return decision.Laws.FirstOrDefault(law => law.Policy.Id == policyId) is { } law
            ? Of(law.Rules, law.Outcome, law.Reason)
            : Of(decision);
    }

    private static RuleOutcome Of(IReadOnlyList<FiredRule> rules, DecisionOutcome outcome, string reason) =>
        new(rules is [var first, ..] ? first.Id : reason, outcome, reason);
}

/// <summary>The original and the backtested decision of one case.</summary>
/// <param name="Then">The original decision, or null if the case is undecided or outside the window.</param>
/// <param name="Verdict">The moderator's final verdict, or null if there is none.</param>
/// <param name="Reproduced">
/// Whether the case's own policy, evaluated again, gives the recorded decision; null if its text is not available.
/// </param>
public sealed record Comparison(string CaseId, RuleOutcome? Then, RuleOutcome? Now, ReviewVerdict? Verdict, bool? Reproduced)
{
    public bool IsSame => (Then?.Outcome, Then?.Reason) == (Now?.Outcome, Now?.Reason);

    public bool Turns(DecisionOutcome to) => Then!.Outcome != to && Now!.Outcome == to;

    public static Comparison None(string caseId) => new(caseId, null, null, null, null);

    /// <param name="own">The policy that decided the case, or null if its text is not available.</param>
    public static Comparison Of(ModerationCase decided, Policy policy, Policy? own, BacktestScope scope)
    {
        ArgumentNullException.ThrowIfNull(decided);
        ArgumentNullException.ThrowIfNull(scope);
        if (decided.Decision is not { } then || !scope.Admits(then))
        {
            return None(decided.CaseId);
        }

        var now = CaseDecision.Decide(policy, decided, then.DecidedAt);
        return new(decided.CaseId, RuleOutcome.Of(then, policy.Id), RuleOutcome.Of(now), HumanVerdict(decided.Review),
            own is null ? null : Reproduces(own, decided, then));
    }

    private static bool Reproduces(Policy own, ModerationCase decided, Decision then) =>
        RuleOutcome.Of(CaseDecision.Decide(own, decided, then.DecidedAt)) == RuleOutcome.Of(then, own.Id);

    private static ReviewVerdict? HumanVerdict(CaseReview? review) =>
        review?.Decision is { DecidedBy: not "policy" } decision ? decision.Verdict : null;
}
