using AiLabels;
using Serverless.Cases;

namespace Serverless.Policies;

/// <summary>Decides by a policy. Pure: the same policy and input give the same decision, today and when it is replayed.</summary>
public static class PolicyEngine
{
    // Names the policy's "otherwise" among the rules that fired; no rule may have this id.
    internal const string Otherwise = "otherwise";

    // Evidence is a sample for people; the report in storage has it all.
    private const int MaxEvidence = 8;

    public static Decision Decide(Policy policy, DecisionInput input, DateTimeOffset decidedAt)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(input);
        PolicyRule[] fired = [.. policy.Rules.Where(rule => Holds(rule, input))];
        var verdict = fired is [var first, ..] ? first.Verdict : policy.Otherwise;
        var origin = EffectiveOrigin.Of(input.Labels.Origin, input.Declaration, input.ExplicitLabel);
        return new()
        {
            Outcome = verdict.Outcome,
            Reason = verdict.Reason,
            Origin = origin,
            NoticeLabel = policy.Notice.GetValueOrDefault(origin),
            Rules = fired is [] ? [WithoutRule(policy, input)] : [.. fired.Select(rule => Fired(rule, input))],
            Policy = policy.Pin,
            DecidedAt = decidedAt,
        };
    }

    /// <summary>The decision on a video that could not be inspected, which no policy may publish.</summary>
    public static Decision InspectionFailed(Policy policy, Declaration declaration, DateTimeOffset decidedAt)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var origin = EffectiveOrigin.Of(AiOrigin.Inconclusive, declaration, ExplicitLabel.NotChecked);
        return new()
        {
            Outcome = DecisionOutcome.Quarantine,
            Reason = "inspection-failed",
            Origin = origin,
            NoticeLabel = policy.Notice.GetValueOrDefault(origin),
            Rules = [],
            Policy = policy.Pin,
            DecidedAt = decidedAt,
        };
    }

    internal static bool Holds(PolicyRule rule, DecisionInput input) =>
        rule.When.All(condition => Accepted(Facts.ByName[condition.Key], condition.Value, input).Any());

    private static IEnumerable<string> Accepted(Fact fact, IReadOnlyList<string> named, DecisionInput input) =>
        fact.Read(input).Where(seen => named.Any(value => fact.Accepts(seen, value)));

    private static FiredRule Fired(PolicyRule rule, DecisionInput input) => new(rule.Id, rule.Clause, rule.When.ToDictionary(
        condition => condition.Key,
        condition => Sample(Accepted(Facts.ByName[condition.Key], condition.Value, input))));

    private static FiredRule WithoutRule(Policy policy, DecisionInput input) => new(Otherwise, null, policy.Rules
        .SelectMany(rule => rule.When.Keys)
        .Distinct()
        .ToDictionary(fact => fact, fact => Sample(Facts.ByName[fact].Read(input))));

    private static string Sample(IEnumerable<string> values) => string.Join(", ", values.Take(MaxEvidence));
}
