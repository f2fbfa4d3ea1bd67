using AiLabels.Pixels.Visible.Matching;
using AiLabels.Pixels.Visible.Results;
using AiLabels.Reports;

namespace AiLabels.Pixels.Visible;

/// <summary>Combines the labels in the file's metadata with the visible ones. A pure function.</summary>
public static class VisibleLabelResult
{
    /// <summary>
    /// A label or a generator's mark that is only on screen makes a video suspected (article 6 of the labelling Measures); a stronger
    /// result from metadata is kept. The letters AI alone are too weak to count.
    /// </summary>
    public static LabelReport Combine(LabelReport report, ExplicitLabels labels)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(labels);
        var seen = labels.Labels.Where(static label => label.Kind != VisibleLabelKind.AiMark).ToList();
        if (seen.Count == 0)
        {
            return report;
        }

        var generator = seen.Select(static label => label.Generator).FirstOrDefault(static name => name is not null);
        return report with
        {
            Origin = report.Origin > AiOrigin.Suspected ? report.Origin : AiOrigin.Suspected,
            Generator = report.Generator ?? generator,
            Problems = [.. report.Problems, .. Conflicts(report.Generator, generator)],
        };
    }

    private static IEnumerable<Problem> Conflicts(string? written, string? seen)
    {
        if (written is not null && seen is not null && written != seen)
        {
            yield return new("conflict.generator", $"The file's metadata points to {written}, the picture to {seen}.");
        }
    }
}
