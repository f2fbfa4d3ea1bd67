using AiLabels.Reports;
using VideoGate.Cases;

namespace VideoGate.Policies;

/// <summary>
/// Decides from the stored case alone. A decision can therefore be replayed from storage, and another policy evaluated on the same facts.
/// Pure.
/// </summary>
public static class CaseDecision
{
    /// <summary>
    /// Reason of a decision that no policy makes: an order took the same video down, and a person decides whether it may return.
    /// </summary>
    public const string TakenDownBefore = "taken-down-before";

    /// <param name="seen">An inspected case; its existing decision, if any, is ignored.</param>
    public static Decision Decide(Policy policy, ModerationCase seen, DateTimeOffset decidedAt)
    {
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(seen);
        return seen.Labels is { } labels
            ? PolicyEngine.Decide(policy, Input(policy, seen, labels), decidedAt)
            : PolicyEngine.InspectionFailed(policy, seen.Submission.Declaration, decidedAt);
    }

    /// <summary>Decides by several policies: the strictest outcome wins.</summary>
    /// <param name="policies">The case's own policy first.</param>
    public static Decision Decide(IReadOnlyList<Policy> policies, ModerationCase seen, DateTimeOffset decidedAt)
    {
        ArgumentNullException.ThrowIfNull(policies);
        var decision = PolicyEngine.Strictest([.. policies.Select(policy => (Decide(policy, seen, decidedAt), policy.Jurisdiction))]);
        return seen.TakenDownAs is null ? decision : decision with { Outcome = DecisionOutcome.Quarantine, Reason = TakenDownBefore };
    }

    /// <summary>Gets the facts that a moderator's reason must not contradict; what was not inspected is inconclusive.</summary>
    public static DecisionInput FactsOf(ModerationCase seen)
    {
        ArgumentNullException.ThrowIfNull(seen);
        return Input(seen, seen.Labels ?? Unread, seen.Safety?.State ?? SafetyState.NotChecked, seen.Safety?.UnsafeCategories);
    }

    private static LabelSummary Unread { get; } = new()
    {
        Origin = AiOrigin.Inconclusive,
        Credentials = CredentialIntegrity.None,
        Signer = SignerTrust.None,
        Findings = new Dictionary<string, int>(),
        Problems = [],
        BytesRead = 0,
    };

    private static DecisionInput Input(Policy policy, ModerationCase seen, LabelSummary labels)
    {
        var (safety, categories) = SafetyRejudgement.Of(policy, seen);
        return Input(seen, labels, safety, categories);
    }

    private static DecisionInput Input(
        ModerationCase seen, LabelSummary labels, SafetyState safety, IReadOnlyList<UnsafeCategory>? categories) =>
        new(
            labels with { Generator = labels.Generator ?? seen.ExplicitLabel?.Generator },
            seen.ExplicitLabel?.Compliance ?? ExplicitLabelCompliance.NotChecked,
            seen.Submission.Declaration,
            safety,
            categories,
            seen.AudioLabel,
            seen.Submission.EditKind,
            seen.Submission.Realism)
        {
            Detectors = seen.Detectors,
        };
}
