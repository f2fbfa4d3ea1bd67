using VideoGate.Cases;

namespace VideoGate.Policies;

/// <summary>Checks that rules state what their outcome needs, and that their dates make a period.</summary>
internal static class PolicyDutyAnalyzer
{
    public static void Check(Policy policy, Action<string, string> report)
    {
        if (policy.Jurisdiction is null && !policy.HasReview)
        {
            report("$", "Property 'review' is missing. Add it, or name the jurisdiction whose law this policy implements.");
        }

        foreach (var (index, rule) in policy.Rules.Index())
        {
            Check($"$.rules[{index}]", rule, report);
        }
    }

    private static void Check(string path, PolicyRule rule, Action<string, string> report)
    {
        if (rule is { Verdict.Outcome: DecisionOutcome.PublishWithNotice, Notice: null })
        {
            report(path, "The rule publishes with a notice and has none. Add 'notice'.");
        }

        if (rule is { Verdict.Outcome: DecisionOutcome.PublishWithLabel, Label: null })
        {
            report(path, "The rule publishes with a label and has none. Add 'label'.");
        }

        if (rule.EffectiveUntil <= rule.EffectiveFrom)
        {
            report($"{path}.effectiveUntil", "The rule ends before it begins. Set a later date.");
        }
    }
}
