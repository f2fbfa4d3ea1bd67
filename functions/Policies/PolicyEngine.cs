using AiLabels.Reports;
using VideoGate.Cases;

namespace VideoGate.Policies;

/// <summary>Decides by a policy. Pure: the same policy and input give the same decision, today and when it is replayed.</summary>
public static class PolicyEngine
{
    // Names the policy's "otherwise" among the rules that fired; no rule may have this id.
    internal const string Otherwise = "otherwise";

    // Names, among the rules that fired, what no policy can switch off: a policy that wants content checked publishes nothing unchecked.
    internal const string Unchecked = "unchecked";

    // Evidence is a sample for people; the report in storage has it all.
    private const int MaxEvidence = 8;

    public static Decision Decide(Policy policy, DecisionInput input, DateTimeOffset decidedAt)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(input);
        PolicyRule[] fired = [.. policy.Rules.Where(rule => Holds(rule, input))];
        var verdict = fired is [var first, ..] ? first.Verdict : policy.Otherwise;
        var rules = Rules(policy, fired, input);
        return verdict.Outcome is DecisionOutcome.Publish && policy.Safety is not null && WhyUnchecked(input.Safety) is { } reason
            ? Quarantined(policy, input.Origin, reason, [new(Unchecked, null, Evidence(["safety"], input)), .. rules], decidedAt)
            : Decided(policy, input.Origin, verdict, rules, decidedAt);
    }

    /// <summary>The decision on a video that could not be inspected, which no policy may publish.</summary>
    public static Decision InspectionFailed(Policy policy, Declaration declaration, DateTimeOffset decidedAt)
    {
        ArgumentNullException.ThrowIfNull(policy);
        var origin = EffectiveOrigin.Of(AiOrigin.Inconclusive, declaration, ExplicitLabelCompliance.NotChecked);
        return Quarantined(policy, origin, "inspection-failed", [], decidedAt);
    }

    private static string? WhyUnchecked(SafetyState safety) => safety switch
    {
        SafetyState.NotChecked => "safety-not-checked",
        SafetyState.Unavailable => "safety-unavailable",
        _ => null,
    };

    private static Decision Quarantined(
        Policy policy, AiOrigin origin, string reason, IReadOnlyList<FiredRule> rules, DateTimeOffset decidedAt) =>
        Decided(policy, origin, new(DecisionOutcome.Quarantine, reason), rules, decidedAt);

    private static Decision Decided(
        Policy policy, AiOrigin origin, PolicyOutcome verdict, IReadOnlyList<FiredRule> rules, DateTimeOffset decidedAt) => new()
        {
            Outcome = verdict.Outcome,
            Reason = verdict.Reason,
            Origin = origin,
            NoticeLabel = policy.Notice.GetValueOrDefault(origin),
            Rules = rules,
            Policy = policy.Pin,
            DecidedAt = decidedAt,
        };

    internal static bool Holds(PolicyRule rule, DecisionInput input) =>
        rule.When.Keys.All(fact => Holds(rule, fact, input));

    /// <summary>Whether the rule's condition on one fact holds.</summary>
    internal static bool Holds(PolicyRule rule, string fact, DecisionInput input) =>
        Accepted(Facts.ByName[fact], rule.When[fact], input).Any();

    private static IEnumerable<string> Accepted(Fact fact, IReadOnlyList<string> named, DecisionInput input) =>
        fact.Read(input).Where(seen => named.Any(value => fact.Accepts(seen, value)));

    private static IReadOnlyList<FiredRule> Rules(Policy policy, PolicyRule[] fired, DecisionInput input) => fired is []
        ? [new(Otherwise, null, Evidence(policy.Rules.SelectMany(rule => rule.When.Keys).Distinct(), input))]
        : [.. fired.Select(rule => Fired(rule, input))];

    private static FiredRule Fired(PolicyRule rule, DecisionInput input) => new(rule.Id, rule.Clause, rule.When.ToDictionary(
        condition => condition.Key,
        condition => Sample(Accepted(Facts.ByName[condition.Key], condition.Value, input))));

    private static Dictionary<string, string> Evidence(IEnumerable<string> facts, DecisionInput input) =>
        facts.ToDictionary(fact => fact, fact => Sample(Facts.ByName[fact].Read(input)));

    private static string Sample(IEnumerable<string> values) => string.Join(", ", values.Take(MaxEvidence));
}
