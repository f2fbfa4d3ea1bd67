using AiLabels.Reports;

namespace AiLabels.Pixels.Audio;

/// <summary>Combines the labels in the file's metadata with the audible ones. A pure function.</summary>
public static class AudioLabelResult
{
    /// <summary>
    /// An audio label without metadata makes a video suspected (article 6 of the labelling Measures); a stronger result from metadata is
    /// kept.
    /// </summary>
    public static LabelReport Combine(LabelReport report, AudioLabels labels)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(labels);
        return labels.Labels.Count == 0 || report.Origin > AiOrigin.Suspected ? report : report with { Origin = AiOrigin.Suspected };
    }
}
