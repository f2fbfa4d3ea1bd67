using AiLabels;
using AiLabels.Gb45438;
using AiLabels.Reports;
using VideoGate.Cases;

namespace VideoGate.Publishing;

/// <summary>Determines, before anything is written, which labels a video can get. Pure.</summary>
internal static class LabelPlan
{
    public const string CaseId = "{caseId}";

    /// <summary>
    /// Label value if a moderator orders a label that the policy does not require: detected by the platform (article 6, third row).
    /// </summary>
    public const string Suspected = "3";

    private static readonly LabelWriter Writer = new(Writing, TimeProvider.System);

    /// <summary>Replaces the file's own label if the new one states no less and names the same producer.</summary>
    public static LabelWriterOptions Writing => new() { Replace = true };

    /// <summary>Gets the metadata label of the copy.</summary>
    /// <param name="report">Label report of the original.</param>
    public static LabelToWrite Label(ModerationCase decided, LabelReport report, LabellingOptions options) => PropagationLabel.Of(
        report, decided.Decision?.NoticeLabel ?? Suspected, options.ContentPropagator!, PropagateId(decided.CaseId, options));

    public static LabelToWrite FirstWriting(string caseId, string value, LabellingOptions options) => new()
    {
        Label = value,
        ContentProducer = options.ContentPropagator!,
        ProduceId = PropagateId(caseId, options),
    };

    /// <returns>Why the choice is not possible, or null if it appears possible from what is known.</returns>
    public static LabelProblem? Refusal(ModerationCase decided, LabelReport? report, ExplicitChoice choice, LabellingOptions options)
    {
        if (string.IsNullOrEmpty(options.ContentPropagator))
        {
            return new("notConfigured", "The platform's code, Labelling:ContentPropagator, is not configured.");
        }

        if (report is null)
        {
            return new("notInspected", "The labels of the video could not be read, so what it carries is unknown.");
        }

        return choice is ExplicitChoice.None
            ? Writer.Foresee(report, Label(decided, report, options)) is { } refused ? Problem(refused) : null
            : PictureRefusal(decided, report.Container, options);
    }

    public static LabelProblem Problem(WriteOutcome refused) => new(CamelCase.Name(refused.Refusal!.Value), refused.Message ?? "");

    private static LabelProblem? PictureRefusal(ModerationCase decided, ContainerFacts container, LabellingOptions options)
    {
        if (container.Format is ContainerFormat.Unknown || decided.ExplicitLabel?.Compliance is Cases.ExplicitLabelCompliance.Undecodable)
        {
            return new("undecodable", "The picture cannot be decoded, so no label can be overlaid.");
        }

        return container.Duration > options.MaxDuration
            ? new("tooLong", $"The video lasts {container.Duration}; only videos of at most {options.MaxDuration} are re-encoded.")
            : null;
    }

    private static string PropagateId(string caseId, LabellingOptions options) =>
        options.PropagateId.Replace(CaseId, caseId, StringComparison.Ordinal);
}
