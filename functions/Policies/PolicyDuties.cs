using VideoGate.Cases;

namespace VideoGate.Policies;

/// <summary>Adds what matched rules ask of a published video: the notice and the label of one rule, the disclosures of all. Pure.</summary>
internal static class PolicyDuties
{
    /// <param name="fired">The matched rules, in the order of the policy.</param>
    public static Decision Add(Decision decision, Policy policy, IReadOnlyList<PolicyRule> fired)
    {
        var rule = fired.FirstOrDefault(IsAboutPublication);
        return decision with
        {
            Notices = rule?.Notice is not { } notice
                ? []
                : [notice with { Jurisdiction = policy.Jurisdiction, Rule = rule.Id, AigcLabel = decision.NoticeLabel }],
            Labels = rule?.Label is not { } label ? [] : [label with { Jurisdiction = policy.Jurisdiction, Rule = rule.Id }],
            Disclosures = [.. fired.SelectMany(matched => matched.Disclosures).Distinct()],
        };
    }

    // A rule that publishes without a notice is an exemption: later rules do not add one. A rule that quarantines says nothing about what a
    // moderator publishes later, unless it names a notice or a label.
    private static bool IsAboutPublication(PolicyRule rule) => !rule.RecordsOnly
        && (rule.Verdict.Outcome is not DecisionOutcome.Quarantine || rule.Notice is not null || rule.Label is not null);
}
