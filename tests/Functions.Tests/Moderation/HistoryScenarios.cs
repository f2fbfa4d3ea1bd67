using AiLabels.Pixels.Visible.Results;
using AiLabels.Reports;
using Microsoft.DurableTask.Protobuf;
using VideoGate.Cases;
using VideoGate.Cases.Duties;
using VideoGate.Cases.Orchestration;
using VideoGate.Moderation;
using VideoGate.Publishing;
using VideoGate.Review.Steps;
using VideoGate.Safety;
using VideoGate.Storage;
using VideoGate.Tests.Replay;

namespace VideoGate.Tests.Moderation;

/// <summary>The cases whose histories are frozen. Steps return every field, so that a replay reads each.</summary>
internal static class HistoryScenarios
{
    private static readonly ModerationRequest Request =
        new(new("a/视频 1.mp4", "\"0x8DC\"", 3_252_904, "video/mp4", new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)));

    private static readonly SafetyCheck Checked = Steps.Safe with { Judged = 20, LeftOut = 2 };

    private static readonly AnalyzeVideoOutput Labelled = new(
        new()
        {
            Compliance = ExplicitLabelCompliance.NotAtStart,
            Generator = "Kling",
            Labels = [new(
                "label", ExplicitLabelCompliance.NotAtStart, "AI 生成", 0.075, 1.6, 2.5, "corner", 0.97, "Kling", new Box(40, 41, 165, 54))],
            Problems = ["text.limit"],
        },
        Frames: 20,
        AudioLabel.Missing);

    private static readonly RequiredLabel Metadata = new(LabelSpan.Start, "AI") { Metadata = true, Jurisdiction = "CN", Rule = "declared" };

    public static IReadOnlyDictionary<string, Func<IReadOnlyList<HistoryEvent>>> All { get; } =
        new Dictionary<string, Func<IReadOnlyList<HistoryEvent>>>
        {
            ["published"] = () => Run(Steps.With(Inspected, Looked, Safety, Safety, DecisionOutcome.Publish)),
            ["approved"] = () => Run(Steps.With(Inspected, Looked, Safety, Safety, review: Approving), wake: true),
            ["rejected"] = () => Run(Steps.With(Inspected, Looked, Safety, Safety, verdict: ReviewVerdict.Reject, looksWithoutVerdict: 2)),
            ["waiting"] = () => Run(Steps.With(Inspected, Looked, Safety, Safety), toTheEnd: false),
            ["approved-with-label"] = () => Run(Steps.With(
                Inspected, Looked, Safety, Safety, verdict: ReviewVerdict.ApproveWithLabel,
                    label: attempt => new LabelledVideo(attempt == 1 ? new LabelProblem("burn.limit", "Too long.") : null))),
            ["labelled-for-the-law"] = () => Run(Steps.With(
                Inspected, Looked, Safety, Safety, DecisionOutcome.PublishWithNotice,
                label: attempt => attempt == 1 ? new(null, TimeSpan.FromSeconds(20)) : new LabelledVideo(null as LabelProblem),
                required: Metadata)),
            ["label-withheld"] = () => Run(Steps.With(
                Inspected, Looked, Safety, Safety, DecisionOutcome.PublishWithLabel, verdict: ReviewVerdict.Reject,
                label: _ => new LabelledVideo(new LabelProblem("burn.limit", "Too long.")), required: Metadata)),
            ["refused"] = () => Run(Steps.With(opened: new OpenedCase(null))),
            ["waited-for-its-turn"] = () => Run(Steps.With(
                Inspected, Looked, Safety, Safety, DecisionOutcome.Publish, opened: new OpenedCase(Steps.Held, TimeSpan.FromSeconds(2)),
                turn: attempt => new InspectionTurn(attempt < 3 ? TimeSpan.FromSeconds(1) : null))),
            ["waited-for-a-decoder"] = () => Run(Steps.With(
                Inspected, attempt => attempt < 3 ? AnalyzeVideoOutput.NoPlace(TimeSpan.FromSeconds(20)) : Looked(attempt), Safety, Safety,
                DecisionOutcome.Publish)),
            ["retried"] = () => Run(Steps.With(
                attempt => attempt == 1
                    ? throw new StorageOutageException("Storage does not answer.", new IOException())
                    : Inspected(attempt),
                attempt => attempt switch
                {
                    1 => throw new WorkerDiesException(),
                    2 => throw new FormatException("unheard of"),
                    _ => Looked(attempt)
                },
                attempt => attempt == 1
                    ? new() { Outage = new("Content Safety answered 429.", TimeSpan.FromSeconds(20), TimeSpan.FromHours(1)) }
                    : Checked,
                Safety,
                DecisionOutcome.Publish)),
        };

    private static List<HistoryEvent> Run(Steps steps, bool wake = false, bool toTheEnd = true)
    {
        var instance = steps.Start(Request, "ubhm24cgr5iajvupyu3cw3dodw");
        steps.Engine.Settle();
        if (wake)
        {
            steps.Engine.Raise(instance, CaseOrchestration.Decided);
            steps.Engine.Settle();
        }

        if (toTheEnd)
        {
            steps.Engine.Run();
            Assert.Equal(OrchestrationStatus.Completed, instance.Status);
        }

        return instance.History;
    }

    /// <summary>Waits, is approved, may be undone, is undone, and is approved for good.</summary>
    private static ReviewProgress Approving(int look)
    {
        var until = new DateTimeOffset(2026, 1, 1, look, 0, 0, TimeSpan.Zero);
        return look switch
        {
            1 => new(null, until),
            2 => new(ReviewVerdict.Approve, until, Revocable: true),
            3 => new(null, until, AwaitsReturn: true),
            4 => new(null, until),
            _ => new(ReviewVerdict.Approve, until),
        };
    }

    private static InspectVideoOutput Inspected(int attempt) => new()
    {
        Format = ContainerFormat.IsoBmff,
        Labels = new()
        {
            Origin = AiOrigin.Confirmed,
            Generator = "Kling",
            Credentials = CredentialIntegrity.None,
            Signer = SignerTrust.None,
            Findings = new Dictionary<string, int> { ["aigcLabel"] = 1 },
            Problems = ["container.truncated"],
            BytesRead = 83_928,
        },
    };

    private static AnalyzeVideoOutput Looked(int attempt) => Labelled;

    private static SafetyCheck Safety(int attempt) => Checked;
}
