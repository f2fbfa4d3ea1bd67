using VideoGate.Cases;
using VideoGate.Cases.Duties;

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

        if (rule.Label is { } label)
        {
            Check($"{path}.label", label, report);
        }

        if (rule.EffectiveUntil <= rule.EffectiveFrom)
        {
            report($"{path}.effectiveUntil", "The rule ends before it begins. Set a later date.");
        }
    }

    private static void Check(string path, RequiredLabel label, Action<string, string> report)
    {
        if (label is { Metadata: false, Span: null })
        {
            report(path, "The label is neither in the metadata nor visible. Add 'metadata' or 'span'.");
        }

        if (label.Text is { } text && (label.Span is null || LabelTexts.With(text) is null))
        {
            report(
                $"{path}.text",
                $"No visible label with these words can be drawn. Add 'span', and use words of {string.Join(", ", LabelTexts.All)}.");
        }
    }
}
