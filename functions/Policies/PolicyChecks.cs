using AiLabels;
using Serverless.Cases;

namespace Serverless.Policies;

/// <summary>What a schema cannot say about a policy that is well-formed.</summary>
internal static class PolicyChecks
{
    public static void Check(Policy policy, Action<string, string> report)
    {
        Distinct([.. policy.Rules.Select(rule => rule.Id)], index => $"$.rules[{index}].id", report);
        Distinct([.. policy.Review.ApproveReasons.Select(reason => reason.Code)], index => $"$.review.reasonCodes.approve[{index}].code", report);
        Distinct([.. policy.Review.RejectReasons.Select(reason => reason.Code)], index => $"$.review.reasonCodes.reject[{index}].code", report);
        Reserved(policy, report);
        Schedule(policy.Review, report);
        Reachable(policy, report);
    }

    private static void Distinct(IReadOnlyList<string> names, Func<int, string> path, Action<string, string> report)
    {
        foreach (var (index, name) in names.Index().Where(entry => names.Take(entry.Index).Contains(entry.Item)))
        {
            report(path(index), $"'{name}' stands here for the second time. Give it a name of its own.");
        }
    }

    private static void Reserved(Policy policy, Action<string, string> report)
    {
        foreach (var (index, _) in policy.Rules.Index().Where(entry => entry.Item.Id is PolicyEngine.Otherwise))
        {
            report($"$.rules[{index}].id", $"'{PolicyEngine.Otherwise}' names the decision without a rule. Choose another id.");
        }
    }

    private static void Schedule(ReviewPolicy review, Action<string, string> report)
    {
        if (review.RemindAfter <= TimeSpan.Zero)
        {
            report("$.review.remindAfter", "The reminder comes at once. Give it some time.");
        }

        if (review.EscalateAfter < review.RemindAfter)
        {
            report("$.review.escalateAfter", "The escalation comes before the reminder. Lengthen it or shorten remindAfter.");
        }

        if (review.ExpireAfter < review.EscalateAfter)
        {
            report("$.review.expireAfter", "The review expires before its escalation. Lengthen it or shorten escalateAfter.");
        }
    }

    private static void Reachable(Policy policy, Action<string, string> report)
    {
        var deciding = Situations(policy).Select(input => policy.Rules.FirstOrDefault(rule => PolicyEngine.Holds(rule, input))).ToHashSet();
        foreach (var (index, rule) in policy.Rules.Index().Where(entry => !deciding.Contains(entry.Item)))
        {
            report($"$.rules[{index}]", $"Rule '{rule.Id}' can never decide: earlier rules take every case, or its condition contradicts itself. Move it up, change it or remove it.");
        }
    }

    // Every situation that rules can tell apart. A rule asks for problems or generators by name only, so that one of each name is enough.
    private static IEnumerable<DecisionInput> Situations(Policy policy) =>
        from file in Enum.GetValues<AiOrigin>()
        from credentials in Enum.GetValues<CredentialIntegrity>()
        from signer in Enum.GetValues<SignerTrust>()
        from generator in Named(policy, "generator")
        from problem in Named(policy, "problem")
        from seen in Enum.GetValues<ExplicitLabel>()
        from declaration in Enum.GetValues<Declaration>()
        select new DecisionInput(Labels(file, credentials, signer, generator, problem), seen, declaration);

    private static IEnumerable<string?> Named(Policy policy, string fact) =>
        policy.Rules.SelectMany(rule => rule.When.GetValueOrDefault(fact, [])).Distinct().Prepend(null);

    private static LabelSummary Labels(AiOrigin file, CredentialIntegrity credentials, SignerTrust signer, string? generator, string? problem) => new()
    {
        Origin = file,
        Generator = generator,
        Credentials = credentials,
        Signer = signer,
        Findings = new Dictionary<string, int>(),
        Problems = problem is null ? [] : [problem],
        BytesRead = 0,
    };
}
