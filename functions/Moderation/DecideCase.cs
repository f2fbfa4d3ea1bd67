using Microsoft.Azure.Functions.Worker;
using Serverless.Audit;
using Serverless.Cases;
using Serverless.Policies;

namespace Serverless.Moderation;

/// <summary>Decides a case by the policy that was pinned when it was opened, once.</summary>
public sealed class DecideCase(CaseStore cases, CaseJournal journal, PinnedPolicies policies, TimeProvider time)
{
    [Function(nameof(DecideCase))]
    public async Task<Decision> RunAsync([ActivityTrigger] DecideInput input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var stored = await cases.RequireAsync(input.CaseId, cancellationToken);
        if (stored.Case.Decision is { } earlier)
        {
            return earlier;
        }

        var decision = await DecideAsync(stored.Case, input.Inspection, cancellationToken);
        await journal.RecordAsync(
            stored,
            [Inspected(input.Inspection), Decided(decision)],
            changed => changed with { Labels = input.Inspection.Labels, Decision = decision },
            cancellationToken);
        return decision;
    }

    private async Task<Decision> DecideAsync(ModerationCase opened, Inspection inspection, CancellationToken cancellationToken)
    {
        var policy = await policies.GetAsync(opened.Policy, cancellationToken);
        var declaration = opened.Submission.Declaration;
        return inspection.Labels is { } labels
            ? PolicyEngine.Decide(policy, new DecisionInput(labels, ExplicitLabel.NotChecked, declaration), time.GetUtcNow())
            : PolicyEngine.InspectionFailed(policy, declaration, time.GetUtcNow());
    }

    private static AuditEvent Inspected(Inspection inspection) => new("inspected", "system", inspection.Labels is { } labels
        ? new Dictionary<string, string> { ["origin"] = labels.Origin.ToString(), ["generator"] = labels.Generator ?? "" }
        : new Dictionary<string, string> { ["failure"] = inspection.Failure ?? "" });

    private static AuditEvent Decided(Decision decision) => new("decided", "policy", new Dictionary<string, string>
    {
        ["outcome"] = decision.Outcome.ToString(),
        ["reason"] = decision.Reason,
        ["rules"] = string.Join(' ', decision.Rules.Select(rule => rule.Id)),
        ["policy"] = $"{decision.Policy.Id} {decision.Policy.Version} {decision.Policy.Hash}",
    });
}
