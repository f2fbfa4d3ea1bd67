using AiLabels.Reports;

namespace AiLabels.Pixels.Audio;

/// <summary>What the file's own labels and those that people hear come to together. A pure function.</summary>
public static class AudioLabelResult
{
    /// <summary>
    /// An audio label without metadata makes a video suspected (article 6 of the labelling Measures); what the metadata says more strongly
    /// stays.
    /// </summary>
    public static LabelReport Combine(LabelReport report, AudioLabels labels)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(labels);
        return labels.Labels.Count == 0 || report.Origin > AiOrigin.Suspected ? report : report with { Origin = AiOrigin.Suspected };
    }
}
