using System.Globalization;
using AiLabels.Reports;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using VideoGate.Audit;
using VideoGate.Cases;
using VideoGate.Cases.Orchestration;
using VideoGate.Cases.Uploads;
using VideoGate.Policies;
using VideoGate.Safety;

namespace VideoGate.Moderation;

/// <summary>
/// Decides a case once, by the policies pinned when it was opened; records the shadow policy's decision on the same facts.
/// </summary>
public sealed class DecideCase(
    CaseIntegrity integrity, CaseJournal journal, PolicyArchive pinned, LoadedPolicies policies, UploaderUsage usage,
    UploaderStore uploaders, TakenDownVideos takenDown, CaseMetrics metrics, TimeProvider time)
{
    [Function(nameof(DecideCase))]
    public async Task<Decision> RunAsync(
        [ActivityTrigger] DecideInput input, [DurableClient] DurableTaskClient client, CancellationToken cancellationToken)
    {
        var (decision, inspected, isBroken) = await DecideAsync(input, cancellationToken);
        if (inspected.Import is not null)
        {
            // Counted against no uploader: an import bounds its own rate, and may declare for all.
            return decision;
        }

        if (decision.DeclarationContradicted && inspected is { Labels.Origin: AiOrigin.Confirmed, Submission.Uploader: { } uploader })
        {
            await uploaders.AddFalseDeclarationAsync(uploader, inspected.CaseId, cancellationToken);
        }

        // A broken case is evidence from here on; later videos of its uploader need not wait for it.
        await (isBroken ? usage.InspectedAsync(inspected, cancellationToken) : usage.DecideAsync(inspected, cancellationToken));
        foreach (var next in await usage.NextAsync(inspected, cancellationToken))
        {
            await CaseOrchestration.TakeTurnAsync(client, next, cancellationToken);
        }

        return decision;
    }

    /// <returns>The decision, and the case that has it; a broken case is not decided.</returns>
    private async Task<(Decision Decision, ModerationCase Case, bool IsBroken)> DecideAsync(
        DecideInput input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var held = await integrity.ReadAsync(input.CaseId, cancellationToken);
        var stored = held.Stored;
        if (held.Break is not null)
        {
            return (Withheld(stored.Case), stored.Case, IsBroken: true);
        }

        if (stored.Case.Decision is { } earlier)
        {
            return (earlier, stored.Case, IsBroken: false);
        }

        var safety = input.Content is { } content ? SafetySummaryBuilder.Of(content.Frames, content.Texts) : null;
        var asked = await pinned.AskedAsync(stored.Case, cancellationToken);
        var now = time.GetUtcNow();
        var order = await takenDown.FindAsync(stored.Case, cancellationToken);
        var seen = Seen(stored.Case);
        var decision = CaseDecision.Decide(asked, seen, now);
        var shadow = policies.Shadow is { } trial ? CaseDecision.Decide(trial, seen, now) : null;
        var recorded = await journal.RecordAsync(
            stored,
            [Inspected(input.Inspection), .. Looked(input.Content, safety),
                Decided(AuditEventTypes.Decided.Name, decision) with { Since = stored.Case.OpenedAt }, .. Tried(shadow)],
            changed => Seen(changed) with
            {
                State = changed.Import is null ? changed.State : CaseState.Imported,
                Decision = decision,
                ShadowDecision = shadow,
            },
            cancellationToken);
        metrics.Decided(stored.Case, decision);
        return (decision, recorded.Case, IsBroken: false);

        ModerationCase Seen(ModerationCase opened) => opened with
        {
            TakenDownAs = order,
            Labels = input.Inspection.Labels,
            ExplicitLabel = input.Content?.ExplicitLabel,
            AudioLabel = input.Content?.AudioLabel ?? AudioLabel.NotChecked,
            Safety = safety,
            Detectors = input.Content?.Detectors ?? [],
        };
    }

    /// <summary>Gets a decision without effect or record: the next step finds the same disagreement and moves nothing.</summary>
    private Decision Withheld(ModerationCase broken) => new()
    {
        Outcome = DecisionOutcome.Quarantine,
        Reason = "case-broken",
        Origin = AiOrigin.Inconclusive,
        Rules = [],
        Policy = broken.Policy,
        DecidedAt = time.GetUtcNow(),
    };

    private static AuditEvent Inspected(InspectVideoOutput inspection) =>
        new(AuditEventTypes.Inspected.Name, Actors.System, inspection.Labels is { } labels
            ? Data(labels)
            : new Dictionary<string, string> { ["failure"] = inspection.Failure ?? "" });

    private static Dictionary<string, string> Data(LabelSummary labels)
    {
        var data = new Dictionary<string, string> { ["origin"] = labels.Origin.ToString(), ["generator"] = labels.Generator ?? "" };
        if (labels.TrustLists?.Signers is { } signers)
        {
            data["signerList"] = signers.Sha256;
        }

        if (labels.TrustLists?.TimeStampers is { } timeStampers)
        {
            data["timeStamperList"] = timeStampers.Sha256;
        }

        return data;
    }

    private static IEnumerable<AuditEvent> Looked(ContentChecks? content, SafetySummary? safety) => content is null || safety is null
        ? []
        :
        [
            new(AuditEventTypes.VideoAnalyzed.Name, Actors.System, new Dictionary<string, string>
            {
                ["explicitLabel"] = CamelCase.Name(content.ExplicitLabel.Compliance),
                ["text"] = content.ExplicitLabel.Labels is [var best, ..] ? best.Text : "",
                ["audioLabel"] = CamelCase.Name(content.AudioLabel),
                ["safety"] = CamelCase.Name(safety.State),
                ["unsafeCategories"] = string.Join(' ', safety.UnsafeCategories.Select(CamelCase.Name)),
                ["calls"] = safety.Calls.ToString(CultureInfo.InvariantCulture),
                ["framesLeftOut"] = safety.FramesLeftOut.ToString(CultureInfo.InvariantCulture),
                ["textsLeftOut"] = safety.TextsLeftOut.ToString(CultureInfo.InvariantCulture),
                ["outage"] = safety.Outage ?? "",
                ["detectors"] = string.Join("; ", (content.Detectors ?? []).Select(DetectorFact.Text)),
            }),
        ];

    private static IEnumerable<AuditEvent> Tried(Decision? shadow) =>
        shadow is null ? [] : [Decided(AuditEventTypes.ShadowDecided.Name, shadow)];

    private static AuditEvent Decided(string type, Decision decision) => new(type, Actors.Policy, DecisionData.Of(decision));
}
