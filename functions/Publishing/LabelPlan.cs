using AiLabels;
using AiLabels.Gb45438;
using AiLabels.Pixels.Burning;
using AiLabels.Reports;
using VideoGate.Cases;

namespace VideoGate.Publishing;

/// <summary>Determines, before anything is written, which labels a video can get. Pure.</summary>
internal static class LabelPlan
{
    public const string CaseId = "{caseId}";

    /// <summary>Value of a label that no policy names: detected by the platform (article 6, third row).</summary>
    public const string Suspected = "3";

    private static readonly LabelWriter Writer = new(Writing, TimeProvider.System);

    /// <summary>Replaces the file's own label if the new one states no less and names the same producer.</summary>
    public static LabelWriterOptions Writing => new() { Replace = true };

    /// <summary>
    /// Gets the metadata label of the copy, or null if the platform has no code and the original has no label to carry over.
    /// </summary>
    /// <param name="report">Label report of the original.</param>
    public static LabelToWrite? Label(ModerationCase decided, LabelReport report, LabellingOptions options) =>
        !options.HasCode
            ? PropagationLabel.CarriedOver(report)
            : PropagationLabel.Of(report, Value(decided), options.ContentPropagator!, PropagateId(decided.CaseId, options));

    public static LabelToWrite FirstWriting(string caseId, string value, LabellingOptions options) => new()
    {
        Label = value,
        ContentProducer = options.ContentPropagator!,
        ProduceId = PropagateId(caseId, options),
    };

    /// <returns>Why the choice is not possible, or null if it appears possible from what is known.</returns>
    public static LabelProblem? Refusal(ModerationCase decided, LabelReport? report, LabelOrder order, LabellingOptions options)
    {
        if (!options.HasCode && NeedsCode(decided, order))
        {
            return new("notConfigured", "The platform's code, Labelling:ContentPropagator, is not configured.");
        }

        if (report is null)
        {
            return new("notInspected", "The labels of the video could not be read, so what it carries is unknown.");
        }

        return order switch
        {
            { Explicit: ExplicitChoice.None } =>
                Writer.Foresee(report, Label(decided, report, options)!) is { } refused ? Problem(refused) : null,
            { Text: null } => new("noText", "The laws ask for visible labels with words that no one text has."),
            _ => PictureRefusal(decided, report.Container, order.Explicit, options),
        };
    }

    // A law outside China may ask for a visible label from a platform that has no Chinese code.
    private static bool NeedsCode(ModerationCase decided, LabelOrder order) =>
        decided.Review is { Decision: not { Verdict: ReviewVerdict.Approve } } || order.Explicit is ExplicitChoice.None
        || decided.Decision?.Labels.Any(static label => label.Metadata) is true;

    private static string Value(ModerationCase decided) => decided.Decision switch
    {
        { NoticeLabel: { } required } => required,
        { Origin: AiOrigin.Confirmed, Labels: not [] } => "1",
        { Origin: AiOrigin.Possible, Labels: not [] } => "2",
        _ => Suspected,
    };

    public static LabelProblem Problem(WriteOutcome refused) => new(CamelCase.Name(refused.Refusal!.Value), refused.Message ?? "");

    private static LabelProblem? PictureRefusal(
        ModerationCase decided, ContainerFacts container, ExplicitChoice choice, LabellingOptions options)
    {
        if (container.Format is ContainerFormat.Unknown || decided.ExplicitLabel?.Compliance is Cases.ExplicitLabelCompliance.Undecodable)
        {
            return new("undecodable", "The picture cannot be decoded, so no label can be overlaid.");
        }

        // Whether the rest can be kept shows when the opening is read; otherwise the burner refuses by the same limit.
        var mayKeepRest = choice is ExplicitChoice.Start && LabelBurner.MayKeepRest(container);
        return container.Duration > options.MaxDuration && !mayKeepRest
            ? new("tooLong", $"The video lasts {container.Duration}; only videos of at most {options.MaxDuration} are re-encoded.")
            : null;
    }

    private static string PropagateId(string caseId, LabellingOptions options) =>
        options.PropagateId.Replace(CaseId, caseId, StringComparison.Ordinal);
}
