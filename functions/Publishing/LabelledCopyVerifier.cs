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

    /// <param name="label">The label to be written; null for none.</param>
    /// <param name="made">Where the content credentials of the original are kept.</param>
    /// <returns>The problem that prevents publication, or null if there is none.</returns>
    public static LabelProblem? Metadata(
        ModerationCase decided, LabelReport before, LabelReport after, LabelToWrite? label, LabellingResult made)
    {
        var found = after.Findings.Where(static finding => finding.Kind is FindingKind.AigcLabel).ToList();
        if (label is not null && (found is not [var only] || !Carries(only, label)))
        {
            return NotVerified("does not carry exactly the label that was written");
        }

        if (LabelLoss.Find(before, after, made) is { } lost)
        {
            return lost;
        }

        if (after.Problems.FirstOrDefault(static problem => problem.Code.StartsWith("aigc.", StringComparison.Ordinal)) is { } problem)
        {
            return NotVerified($"carries a label that does not conform: {problem.Message}");
        }

        if (label is not null && after.Origin < (decided.Labels?.Origin ?? before.Origin))
        {
            return NotVerified($"states less about its origin than the original: {CamelCase.Name(after.Origin)}");
        }

        return (before.Container.Duration - after.Container.Duration)?.Duration() > LengthTolerance + (before.Container.Duration / 100)
            ? NotVerified($"lasts {after.Container.Duration}, the original {before.Container.Duration}: a part of it was lost")
            : null;
    }

    /// <summary>Checks the platform's content credentials, and that the upload's are in the copy as their parent.</summary>
    /// <param name="after">Read with its content hash. Trust in the platform's certificate is not asked for: lists may not name it.</param>
    /// <inheritdoc cref="Metadata" path="/returns"/>
    public static LabelProblem? Signature(LabelReport before, LabelReport after, CopySignature signature)
    {
        if (after.Credentials.Integrity is not CredentialIntegrity.Intact || after.Credentials.ActiveManifest != signature.Manifest)
        {
            return NotVerified(
                $"has content credentials that are {CamelCase.Name(after.Credentials.Integrity)}: {Words(after.Problems)}");
        }

        var known = before.Problems.Select(static problem => problem.Code).ToHashSet(StringComparer.Ordinal);
        var broken = after.Problems.Where(problem => IsOfChain(problem) && !known.Contains(problem.Code)).ToList();
        return broken is [] ? null : NotVerified($"does not hold the upload's content credentials whole: {Words(broken)}");
    }

    /// <inheritdoc cref="Metadata" path="/returns"/>
    public static LabelProblem? Picture(ModerationCase decided, LabelOrder order, ExplicitLabelSummary seen, TimeSpan? duration)
    {
        if (seen is not { Compliance: ExplicitLabelCompliance.Present, Labels: [var best, ..] })
        {
            return NotVerified(
                $"does not show a label that conforms to GB 45438-2025 section 5.4, but one that is {CamelCase.Name(seen.Compliance)}");
        }

        if (decided.Decision?.Labels.Select(static required => required.Text).OfType<string>()
            .FirstOrDefault(words => !seen.Labels.Any(shown => Says(shown.Text, words))) is { } missing && decided.Review is null)
        {
            return NotVerified($"shows '{best.Text}', and the law asks for {missing}");
        }

        return order.Explicit is ExplicitChoice.Throughout && best.Shown < duration?.TotalSeconds * ThroughoutShare
            ? NotVerified($"shows its label for {best.Shown} seconds of {duration?.TotalSeconds}")
            : null;
    }

    private static bool IsOfChain(Problem problem) => problem.Code.StartsWith("ingredient.", StringComparison.Ordinal);

    private static string Words(IEnumerable<Problem> problems) => string.Join(' ', problems.Select(static problem => problem.Message));

    private static bool Says(string shown, string words) =>
        string.Concat(shown.Where(static character => !char.IsWhiteSpace(character))).Contains(words, StringComparison.OrdinalIgnoreCase);

    private static bool Carries(Finding found, LabelToWrite label) =>
        Value(found, "Label") == label.Label
        && Value(found, "ContentProducer") == label.ContentProducer
        && Value(found, "ProduceID") == label.ProduceId
        && Value(found, "ContentPropagator") == (label.ContentPropagator ?? label.ContentProducer)
        && Value(found, "PropagateID") == (label.PropagateId ?? label.ProduceId);

    private static string? Value(Finding found, string field) => found.Details.GetValueOrDefault(field);

    private static LabelProblem NotVerified(string what) => new("notVerified", $"The labelled copy {what}.");
}
