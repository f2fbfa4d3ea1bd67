using AiLabels.Reports;
using VideoGate.Cases;

namespace VideoGate.Policies;

/// <summary>Checks of a well-formed policy beyond its schema.</summary>
internal static class PolicyAnalyzer
{
    // Situations times rules; the shipped policies need less than a fifth.
    private const int MaxChecks = 5_000_000;

    public static void Check(Policy policy, Action<string, string> report)
    {
        Distinct([.. policy.Rules.Select(rule => rule.Id)], index => $"$.rules[{index}].id", report);
        Reserved(policy, report);
        PolicyDutyAnalyzer.Check(policy, report);
        if (policy.HasReview)
        {
            foreach (var verdict in Enum.GetValues<ReviewVerdict>())
            {
                var path = $"$.review.reasonCodes.{CamelCase.Name(verdict)}";
                Distinct(Codes(policy.Review.ReasonsOf(verdict)), index => $"{path}[{index}].code", report);
                PolicyReasonAnalyzer.Check(policy.Review.ReasonsOf(verdict), path, report);
            }

            Schedule(policy.Review, report);
        }

        MaxWait(policy.Safety, report);
        Reachable(policy, report);
    }

    private static string[] Codes(IEnumerable<ReasonCode> reasons) => [.. reasons.Select(reason => reason.Code)];

    private static void Distinct(IReadOnlyList<string> names, Func<int, string> path, Action<string, string> report)
    {
        foreach (var (index, name) in names.Index().Where(entry => names.Take(entry.Index).Contains(entry.Item)))
        {
            report(path(index), $"'{name}' appears twice. Give it a unique name.");
        }
    }

    private static void Reserved(Policy policy, Action<string, string> report)
    {
        foreach (var (index, rule) in policy.Rules.Index())
        {
            if (rule.Id is PolicyEngine.Otherwise)
            {
                report($"$.rules[{index}].id", $"'{PolicyEngine.Otherwise}' is reserved for decisions without a rule. Choose another id.");
            }
            else if (rule.Id is PolicyEngine.Unchecked)
            {
                report($"$.rules[{index}].id",
                    $"'{PolicyEngine.Unchecked}' is reserved for content not checked by content safety. Choose another id.");
            }
        }
    }

    private static void Schedule(ReviewPolicy review, Action<string, string> report)
    {
        if (review.RemindAfter <= TimeSpan.Zero)
        {
            report("$.review.remindAfter", "The reminder is due immediately. Set a longer time.");
        }

        if (review.EscalateAfter < review.RemindAfter)
        {
            report("$.review.escalateAfter", "The escalation comes before the reminder. Lengthen it or shorten remindAfter.");
        }

        if (review.ExpireAfter < review.EscalateAfter)
        {
            report("$.review.expireAfter", "The review expires before its escalation. Lengthen it or shorten escalateAfter.");
        }

        if (review.UndoWindow > TimeSpan.FromDays(1))
        {
            report("$.review.undoWindow", "A decision can be undone for at most one day. Shorten it; after that the uploader may appeal.");
        }
    }

    private static void MaxWait(SafetyPolicy? safety, Action<string, string> report)
    {
        if (safety?.MaxWait > TimeSpan.FromDays(1))
        {
            report("$.safety.maxWait", "A case waits for content safety for at most one day. Shorten it; moderators can review it meanwhile.");
        }
    }

    private static void Reachable(Policy policy, Action<string, string> report)
    {
        // Rules that distinguish hundreds of names give millions of situations; limits the CPU time of a policy sent over HTTP.
        var moments = Moments(policy);
        if (Situations(policy).Skip(MaxChecks / Math.Max(1, policy.Rules.Count * moments.Count)).Any())
        {
            report("$.rules",
                "The rules distinguish too many situations to check. Name fewer generators and problems, or merge rules.");
            return;
        }

        var deciding = Situations(policy).SelectMany(input => moments.SelectMany(at => Effective(policy, input, at))).ToHashSet();
        foreach (var (index, rule) in policy.Rules.Index().Where(entry => !deciding.Contains(entry.Item)))
        {
            report($"$.rules[{index}]",
                $"Rule '{rule.Id}' can never decide: earlier rules match every case, or its condition contradicts itself. Move it up, change it or remove it.");
        }
    }

    // The rule that decides, and every rule that is only recorded.
    private static IEnumerable<PolicyRule> Effective(Policy policy, DecisionInput input, DateTimeOffset at)
    {
        var fired = policy.Rules.Where(rule => rule.IsInEffect(at) && PolicyEngine.Holds(rule, input)).ToList();
        return fired.Where(rule => rule.RecordsOnly).Concat(fired.Where(rule => !rule.RecordsOnly).Take(1));
    }

    // Every period in which other rules apply, by its first moment.
    private static List<DateTimeOffset> Moments(Policy policy) =>
    [
        .. policy.Rules.SelectMany(rule => new[] { rule.EffectiveFrom, rule.EffectiveUntil }).OfType<DateTimeOffset>()
            .Prepend(DateTimeOffset.MinValue).Distinct(),
    ];

    // Every situation that rules can distinguish. Rules test problems and generators only by name: one of each name is enough.
    private static IEnumerable<DecisionInput> Situations(Policy policy) =>
        from credentials in Distinguished(policy, Enum.GetValues<CredentialIntegrity>(), value => Input(credentials: value), "credentials")
        from signer in Distinguished(policy, Enum.GetValues<SignerTrust>(), value => Input(signer: value), "signer")
        from generator in Distinguished(policy, Named(policy, "generator"), value => Input(generator: value), "generator")
        from problem in Distinguished(policy, Named(policy, "problem"), value => Input(problem: value), "problem")
        from detector in Distinguished(policy, Named(policy, "detector"), value => Input() with { Detectors = Results(value) }, "detector")
        from safety in Distinguished(policy, Safety(policy), value => Input(safety: value), "safety", "unsafeCategory")
        from heard in Distinguished(policy, Enum.GetValues<AudioLabel>(), value => Input(heard: value), "audioLabel")
        from captured in Distinguished(policy, [false, true], value => Input(captured: value), "captured")
        from edit in Distinguished(policy, Enum.GetValues<EditKind>(), value => Input() with { EditKind = value }, "editKind")
        from realism in Distinguished(policy, Enum.GetValues<Realism>(), value => Input() with { Realism = value }, "realism")
        from file in Enum.GetValues<AiOrigin>()
        from seen in Enum.GetValues<ExplicitLabelCompliance>()
        from declaration in Enum.GetValues<Declaration>()
        select Input(file, credentials, signer, generator, problem, seen, declaration, safety, heard, captured) with
        {
            EditKind = edit,
            Realism = realism,
            Detectors = Results(detector),
        };

    private static DetectorResult[] Results(string? condition) => condition is null ? [] : [DetectorFact.Meeting(condition)];

    private static IEnumerable<string?> Named(Policy policy, string fact) =>
        policy.Rules.SelectMany(rule => rule.When.GetValueOrDefault(fact, [])).Distinct().Prepend(null);

    // A rule tests for any of several categories: one at a time is enough.
    private static IEnumerable<(SafetyState State, UnsafeCategory? Category)> Safety(Policy policy) => policy.Safety is null
        ? [(SafetyState.NotChecked, null)]
        :
        [
            (SafetyState.NotChecked, null),
            (SafetyState.Safe, null),
            (SafetyState.Unavailable, null),
            (SafetyState.Refused, null),
            .. Enum.GetValues<UnsafeCategory>().Select(category => (SafetyState.Unsafe, (UnsafeCategory?)category)),
        ];

    // Merges values that every rule treats alike; otherwise the situations would be millions.
    private static List<T> Distinguished<T>(
        Policy policy, IEnumerable<T> values, Func<T, DecisionInput> situation, params string[] facts) =>
        [.. values.DistinctBy(value => string.Concat(
            from rule in policy.Rules
            from fact in facts
            where rule.When.ContainsKey(fact)
            select PolicyEngine.Holds(rule, fact, situation(value)) ? '1' : '0'))];

    private static DecisionInput Input(
        AiOrigin file = default,
        CredentialIntegrity credentials = default,
        SignerTrust signer = default,
        string? generator = null,
        string? problem = null,
        ExplicitLabelCompliance seen = default,
        Declaration declaration = default,
        (SafetyState State, UnsafeCategory? Category) safety = default,
        AudioLabel heard = default,
        bool captured = false) =>
        new(Labels(file, credentials, signer, generator, problem) with { Captured = captured }, seen, declaration, safety.State,
            safety.Category is { } category ? [category] : [], heard);

    private static LabelSummary Labels(
        AiOrigin file, CredentialIntegrity credentials, SignerTrust signer, string? generator, string? problem) => new()
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
