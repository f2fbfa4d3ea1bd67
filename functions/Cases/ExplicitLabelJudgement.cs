using AiLabels.Pixels.Visible.Results;
using AiLabels.Reports;

namespace VideoGate.Cases;

/// <summary>Checks the labels read from the picture against GB 45438-2025 section 5.4.</summary>
internal static class ExplicitLabelJudgement
{
    // Evidence holds all labels; the summary is part of the orchestration history and must stay small.
    private const int MaxLabels = 4;
    private const int MaxText = 48;

    public static ExplicitLabelSummary Of(ExplicitLabels seen, IEnumerable<string> problems)
    {
        var labels = seen.Labels.Select(Of).OrderByDescending(label => label.Compliance).ToList();
        return new()
        {
            Compliance = seen.Pictures == 0
                ? ExplicitLabelCompliance.Undecodable
                : labels is [var best, ..] ? best.Compliance : ExplicitLabelCompliance.Missing,
            Generator = labels.Select(label => label.Generator).FirstOrDefault(name => name is not null),
            Labels = [.. labels.Take(MaxLabels)],
            Problems = [.. problems.Concat(seen.Problems.Select(problem => problem.Code)).Distinct()],
        };
    }

    /// <summary>Gets the gravest shortcoming of a label, in the order: elements, start, duration, height.</summary>
    internal static ExplicitLabelCompliance Compliance(LabelConformance label) => label switch
    {
        { Elements.Passed: false } => ExplicitLabelCompliance.Incomplete,
        { AtStart.Passed: false } => ExplicitLabelCompliance.NotAtStart,
        { Duration.Passed: false } => ExplicitLabelCompliance.TooShort,
        { Height.Passed: false } => ExplicitLabelCompliance.Undersized,
        _ => ExplicitLabelCompliance.Present,
    };

    private static VisibleLabelSummary Of(VisibleLabel label) => new(
        CamelCase.Name(label.Kind),
        Compliance(label.Conformance),
        string.Concat(label.Text.EnumerateRunes().Take(MaxText)),
        Math.Round(label.HeightShare, 4),
        Math.Round(label.FirstSeen.TotalSeconds, 2),
        Math.Round(label.Shown.TotalSeconds, 2),
        CamelCase.Name(label.Position),
        Math.Round(label.Confidence, 2),
        label.Generator,
        label.Box);
}
