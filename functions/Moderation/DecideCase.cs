using System.Globalization;
using AiLabels;
using Microsoft.Azure.Functions.Worker;
using Serverless.Audit;
using Serverless.Cases;
using Serverless.Policies;
using Serverless.Safety;

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

        var safety = input.Content is { } content ? SafetyJudgement.Of(content.Frames, content.Texts) : null;
        var decision = await DecideAsync(stored.Case, input, safety, cancellationToken);
        await journal.RecordAsync(
            stored,
            [Inspected(input.Inspection), .. Looked(input.Content, safety), Decided(decision)],
            changed => changed with
            {
                Labels = input.Inspection.Labels,
                ExplicitLabel = input.Content?.ExplicitLabel,
                AudioLabel = input.Content?.AudioLabel ?? AudioLabel.NotChecked,
                Safety = safety,
                Decision = decision,
            },
            cancellationToken);
        return decision;
    }

    private async Task<Decision> DecideAsync(
        ModerationCase opened, DecideInput input, SafetySummary? safety, CancellationToken cancellationToken)
    {
        var policy = await policies.GetAsync(opened.Policy, cancellationToken);
        var declaration = opened.Submission.Declaration;
        if (input.Inspection.Labels is not { } labels)
        {
            return PolicyEngine.InspectionFailed(policy, declaration, time.GetUtcNow());
        }

        var seen = input.Content?.ExplicitLabel;
        var facts = new DecisionInput(
            labels with { Generator = labels.Generator ?? seen?.Generator },
            seen?.Compliance ?? ExplicitLabel.NotChecked,
            declaration,
            safety?.State ?? SafetyState.NotChecked,
            safety?.UnsafeCategories,
            input.Content?.AudioLabel ?? AudioLabel.NotChecked);
        return PolicyEngine.Decide(policy, facts, time.GetUtcNow());
    }

    private static AuditEvent Inspected(Inspection inspection) => new("inspected", "system", inspection.Labels is { } labels
        ? new Dictionary<string, string> { ["origin"] = labels.Origin.ToString(), ["generator"] = labels.Generator ?? "" }
        : new Dictionary<string, string> { ["failure"] = inspection.Failure ?? "" });

    private static IEnumerable<AuditEvent> Looked(ContentChecks? content, SafetySummary? safety) => content is null || safety is null
        ? []
        :
        [
            new("looked", "system", new Dictionary<string, string>
            {
                ["explicitLabel"] = CamelCase.Name(content.ExplicitLabel.Compliance),
                ["text"] = content.ExplicitLabel.Labels is [var best, ..] ? best.Text : "",
                ["audioLabel"] = CamelCase.Name(content.AudioLabel),
                ["safety"] = CamelCase.Name(safety.State),
                ["unsafeCategories"] = string.Join(' ', safety.UnsafeCategories.Select(CamelCase.Name)),
                ["calls"] = safety.Calls.ToString(CultureInfo.InvariantCulture),
                ["framesLeftOut"] = safety.FramesLeftOut.ToString(CultureInfo.InvariantCulture),
                ["outage"] = safety.Outage ?? "",
            }),
        ];

    private static AuditEvent Decided(Decision decision) => new("decided", "policy", new Dictionary<string, string>
    {
        ["outcome"] = decision.Outcome.ToString(),
        ["reason"] = decision.Reason,
        ["rules"] = string.Join(' ', decision.Rules.Select(rule => rule.Id)),
        ["policy"] = $"{decision.Policy.Id} {decision.Policy.Version} {decision.Policy.Hash}",
    });
}
