using AiLabels.Gb45438;
using AiLabels.Reports;
using VideoGate.Cases;

namespace VideoGate.Publishing;

/// <summary>Decides from the label readers' results whether a labelled copy may be published. Pure.</summary>
internal static class LabelledCopyVerifier
{
    /// <summary>Audio and video may end at different times; an encoder that stopped half-way differs by more.</summary>
    private static readonly TimeSpan LengthTolerance = TimeSpan.FromSeconds(1);

    private const double ThroughoutShare = 0.9;

    /// <param name="label">The label to be written.</param>
    /// <returns>The problem that prevents publication, or null if there is none.</returns>
    public static LabelProblem? Metadata(ModerationCase decided, LabelReport before, LabelReport after, LabelToWrite label)
    {
        if (after.Findings.Where(static finding => finding.Kind is FindingKind.AigcLabel).ToList() is not [var found]
            || !Carries(found, label))
        {
            return NotVerified("does not carry exactly the label that was written");
        }

        if (after.Problems.FirstOrDefault(static problem => problem.Code.StartsWith("aigc.", StringComparison.Ordinal)) is { } problem)
        {
            return NotVerified($"carries a label that does not conform: {problem.Message}");
        }

        if (after.Origin < (decided.Labels?.Origin ?? before.Origin))
        {
            return NotVerified($"states less about its origin than the original: {CamelCase.Name(after.Origin)}");
        }

        return (before.Container.Duration - after.Container.Duration)?.Duration() > LengthTolerance + (before.Container.Duration / 100)
            ? NotVerified($"lasts {after.Container.Duration}, the original {before.Container.Duration}: a part of it was lost")
            : null;
    }

    /// <inheritdoc cref="Metadata" path="/returns"/>
    public static LabelProblem? Picture(LabelOrder order, ExplicitLabelSummary seen, TimeSpan? duration)
    {
        if (seen is not { Compliance: ExplicitLabelCompliance.Present, Labels: [var best, ..] })
        {
            return NotVerified(
                $"does not show a label that conforms to GB 45438-2025 section 5.4, but one that is {CamelCase.Name(seen.Compliance)}");
        }

        return order.Explicit is ExplicitChoice.Throughout && best.Shown < duration?.TotalSeconds * ThroughoutShare
            ? NotVerified($"shows its label for {best.Shown} seconds of {duration?.TotalSeconds}")
            : null;
    }

    private static bool Carries(Finding found, LabelToWrite label) =>
        Value(found, "Label") == label.Label
        && Value(found, "ContentProducer") == label.ContentProducer
        && Value(found, "ProduceID") == label.ProduceId
        && Value(found, "ContentPropagator") == (label.ContentPropagator ?? label.ContentProducer)
        && Value(found, "PropagateID") == (label.PropagateId ?? label.ProduceId);

    private static string? Value(Finding found, string field) => found.Details.GetValueOrDefault(field);

    private static LabelProblem NotVerified(string what) => new("notVerified", $"The labelled copy {what}.");
}
