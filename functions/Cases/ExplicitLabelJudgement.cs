using AiLabels.Pixels.Visible.Results;
using AiLabels.Reports;

namespace VideoGate.Cases;

/// <summary>Checks the labels read from the picture against GB 45438-2025 section 5.4.</summary>
internal static class ExplicitLabelJudgement
{
    // Evidence holds all labels; the summary is part of the orchestration history and must stay small.
    private const int MaxLabels = 4;
    private const int MaxText = 48;

    private const string DependsOnPlayer = "frames.tooShort";

    public static ExplicitLabelSummary Of(ExplicitLabels seen, IEnumerable<string> problems)
    {
        var isInconclusive = seen.Problems.Any(problem => problem.Code == DependsOnPlayer);
        var labels = seen.Labels.Select(label => Of(label, isInconclusive)).OrderByDescending(label => label.Compliance).ToList();
        return new()
        {
            Compliance = seen.Pictures == 0 ? ExplicitLabelCompliance.Undecodable : OfVideo(seen, isInconclusive),
            Generator = labels.Select(label => label.Generator).FirstOrDefault(name => name is not null),
            Labels = [.. labels.Take(MaxLabels)],
            Problems = [.. problems.Concat(seen.Problems.Select(problem => problem.Code)).Distinct()],
        };
    }

    /// <summary>
    /// Gets the gravest shortcoming of a label on its track, in the order: elements, start, duration, continuity, legibility, height.
    /// </summary>
    /// <param name="isInconclusive">Whether the continuity of labels depends on the player.</param>
    internal static ExplicitLabelCompliance Compliance(LabelConformance label, bool isInconclusive = false) => label switch
    {
        { Elements.Passed: false } => ExplicitLabelCompliance.Incomplete,
        { AtStart.Passed: false } => ExplicitLabelCompliance.NotAtStart,
        { Duration.Passed: false } => ExplicitLabelCompliance.TooShort,
        { Continuity.Passed: false } when isInconclusive => ExplicitLabelCompliance.Inconclusive,
        { Continuity.Passed: false } => ExplicitLabelCompliance.Flickering,
        { Legibility.Passed: false } => ExplicitLabelCompliance.Illegible,
        { Height.Passed: false } => ExplicitLabelCompliance.Undersized,
        _ => ExplicitLabelCompliance.Present,
    };

    /// <summary>Gets the compliance of the worst track, each by its best label: players show any of them.</summary>
    private static ExplicitLabelCompliance OfVideo(ExplicitLabels seen, bool isInconclusive)
    {
        var tracks = Enumerable.Range(1, seen.Tracks).Select(track => seen.Labels.Where(label => label.Track == track)
            .Select(label => Compliance(label.Conformance, isInconclusive)).DefaultIfEmpty(ExplicitLabelCompliance.Missing).Max());
        var worst = tracks.Min();
        return worst is ExplicitLabelCompliance.Missing && seen.Labels.Count > 0 ? ExplicitLabelCompliance.Incomplete : worst;
    }

    private static VisibleLabelSummary Of(VisibleLabel label, bool isInconclusive) => new(
        CamelCase.Name(label.Kind),
        Compliance(label.Conformance, isInconclusive),
        string.Concat(label.Text.EnumerateRunes().Take(MaxText)),
        Math.Round(label.HeightShare, 4),
        Math.Round(label.FirstSeen.TotalSeconds, 2),
        Math.Round(label.Shown.TotalSeconds, 2),
        CamelCase.Name(label.Position),
        Math.Round(label.Confidence, 2),
        label.Generator,
        label.Box);
}
