using AiLabels.Reports;
using VideoGate.Cases;

namespace VideoGate.Policies;

/// <summary>Evaluates a policy. Pure: the same policy and input give the same decision, at any time.</summary>
public static class PolicyEngine
{
    // Id of the policy's "otherwise" among the matched rules; reserved.
    internal const string Otherwise = "otherwise";

    // Id, among the matched rules, of the built-in rule that no policy can disable: a policy with content safety never publishes unchecked
    // content.
    internal const string Unchecked = "unchecked";

    // A sample of the evidence; the stored report has all of it.
    private const int MaxEvidence = 8;

    public static Decision Decide(Policy policy, DecisionInput input, DateTimeOffset decidedAt)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(input);
        PolicyRule[] fired = [.. policy.Rules.Where(rule => rule.IsInEffect(decidedAt) && Holds(rule, input))];
        var verdict = Array.Find(fired, rule => !rule.RecordsOnly)?.Verdict ?? policy.Otherwise;
        var rules = Rules(policy, fired, input);
        var decision = verdict.Outcome < DecisionOutcome.Quarantine && policy.Safety is not null && WhyUnchecked(input.Safety) is { } reason
            ? Quarantined(policy, input.Origin, reason, [new(Unchecked, null, Evidence(["safety"], input)), .. rules], decidedAt)
            : Decided(policy, input.Origin, verdict, rules, decidedAt);
        return PolicyDuties.Add(decision, policy, fired) with { DeclarationContradicted = input.DeclarationContradicted };
    }

    /// <summary>Combines the decisions of several policies on one case: the strictest wins, all are recorded, and duties add up.</summary>
    /// <param name="decisions">With the jurisdiction of each policy; not empty.</param>
    public static Decision Strictest(IReadOnlyList<(Decision Decision, string? Jurisdiction)> decisions)
    {
        ArgumentNullException.ThrowIfNull(decisions);
        var all = decisions.Select(asked => asked.Decision).ToList();
        return all.MaxBy(decision => decision.Outcome)! with
        {
            NoticeLabel = all.Select(decision => decision.NoticeLabel).FirstOrDefault(label => label is not null),
            Notices = [.. all.SelectMany(decision => decision.Notices)],
            Labels = [.. all.SelectMany(decision => decision.Labels)],
            Disclosures = [.. all.SelectMany(decision => decision.Disclosures).Distinct()],
            Laws = [.. decisions.Select(asked => new LawDecision(
                asked.Decision.Policy, asked.Jurisdiction, asked.Decision.Outcome, asked.Decision.Reason, asked.Decision.Rules))],
        };
    }

    /// <summary>Gets the decision on a video that could not be inspected: quarantine, under any policy.</summary>
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
        SafetyState.Refused => "safety-refused",
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

    internal static bool Holds(PolicyRule rule, DecisionInput input) => Holds(rule.When, input);

    /// <summary>Gets whether every fact that the condition names has one of its values.</summary>
    internal static bool Holds(IReadOnlyDictionary<string, IReadOnlyList<string>> condition, DecisionInput input) =>
        condition.All(named => Accepted(Facts.ByName[named.Key], named.Value, input).Any());

    /// <summary>Gets whether the rule's condition on one fact is true.</summary>
    internal static bool Holds(PolicyRule rule, string fact, DecisionInput input) =>
        Accepted(Facts.ByName[fact], rule.When[fact], input).Any();

    private static IEnumerable<string> Accepted(Fact fact, IReadOnlyList<string> named, DecisionInput input) =>
        fact.Read(input).Where(seen => named.Any(value => fact.Accepts(seen, value)));

    private static IReadOnlyList<FiredRule> Rules(Policy policy, PolicyRule[] fired, DecisionInput input) =>
        fired.Any(rule => !rule.RecordsOnly)
        ? [.. fired.OrderBy(rule => rule.RecordsOnly).Select(rule => Fired(rule, input))]
        : [
            new(Otherwise, null, Evidence(policy.Rules.SelectMany(rule => rule.When.Keys).Distinct(), input)),
            .. fired.Select(rule => Fired(rule, input)),
        ];

    private static FiredRule Fired(PolicyRule rule, DecisionInput input) => new(rule.Id, rule.Clause, rule.When.ToDictionary(
        condition => condition.Key,
        condition => Sample(Accepted(Facts.ByName[condition.Key], condition.Value, input))));

    private static Dictionary<string, string> Evidence(IEnumerable<string> facts, DecisionInput input) =>
        facts.ToDictionary(fact => fact, fact => Sample(Facts.ByName[fact].Read(input)));

    private static string Sample(IEnumerable<string> values) => string.Join(", ", values.Take(MaxEvidence));
}
