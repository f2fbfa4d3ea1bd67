using System.Globalization;
using AiLabels.Gb45438;
using AiLabels.Reports;

namespace AiLabels.Writing;

/// <summary>Decides whether a file may receive a label, from its report. Pure functions.</summary>
internal static class LabelAdmission
{
    /// <summary>
    /// Problem code prefixes that mean that a part of the file was not read: it may hold another label, and sizes cannot be trusted.
    /// </summary>
    private static readonly string[] Blinding = ["container.damaged", "container.truncated", "container.no"];

    /// <returns>The labels that the new one must replace.</returns>
    /// <exception cref="RefusalException">The file may not receive the label.</exception>
    public static IReadOnlyList<Finding> Check(LabelReport report, LabelToWrite label, LabelWriterOptions options)
    {
        CheckContainer(report.Container.Format);
        CheckDamage(report.Problems);
        var labels = report.Findings.Where(static f => f.Kind == FindingKind.AigcLabel).ToList();
        if (labels is [{ Source: var place }, ..] && !options.Replace)
        {
            throw new RefusalException(Refusal.AlreadyLabelled,
                $"The file already carries an AIGC label at {place.Path}, and only one is allowed (GB 45438-2025 6.1 c). Replace it explicitly.");
        }

        foreach (var old in labels)
        {
            CheckReplacement(old, label);
        }

        return labels;
    }

    private static void CheckContainer(ContainerFormat format)
    {
        switch (format)
        {
            case ContainerFormat.Unknown:
                throw new RefusalException(Refusal.UnsupportedContainer, "The file is not in a supported container format.");
            case ContainerFormat.C2pa:
                throw new RefusalException(
                    Refusal.UnsupportedContainer, "The file is a C2PA manifest store without a video. Specify the video that it describes.");
            case ContainerFormat.MpegTs or ContainerFormat.Asf:
                throw new RefusalException(
                    Refusal.UnsupportedContainer,
                    $"{(format == ContainerFormat.Asf ? "WMV" : "MPEG-TS")} has no metadata entry for the label, only XMP, which this writer does not support. Re-mux the file first: ffmpeg -i IN -c copy OUT.mkv");
        }
    }

    private static void CheckDamage(IReadOnlyList<Problem> problems)
    {
        problems = [.. problems.Where(static p => !Note.IsNote(p.Code))];
        if (problems.FirstOrDefault(static p => p.Code.StartsWith("limit.", StringComparison.Ordinal)) is { } limit)
        {
            throw new RefusalException(Refusal.LimitReached, limit.Message);
        }

        if (problems.FirstOrDefault(static p => Blinding.Any(family => p.Code.StartsWith(family, StringComparison.Ordinal))) is { } damage)
        {
            throw RefusalException.Damaged($"{damage.Message} Repair the file first: ffmpeg -i IN -c copy OUT");
        }
    }

    private static void CheckReplacement(Finding old, LabelToWrite label)
    {
        if (!old.Source.Path[(old.Source.Path.LastIndexOf('/') + 1)..].Contains("AIGC", StringComparison.OrdinalIgnoreCase))
        {
            throw NotReplaceable(old.Source);
        }

        if (Value(old) is { } before && before < int.Parse(label.Label, CultureInfo.InvariantCulture))
        {
            throw new RefusalException(
                Refusal.WeakerLabel,
                $"The label at {old.Source.Path} is {before} and {label.Label} states less: a label may not be hidden (article 10 of the Measures).");
        }
    }

    /// <summary>Refusal for a label in a place that the container's writer does not rewrite.</summary>
    public static RefusalException NotReplaceable(Source place) => new(
        Refusal.LabelElsewhere,
        $"The file carries an AIGC label at {place.Path}, which cannot be rewritten, and only one is allowed (GB 45438-2025 6.1 c).");

    /// <summary>Returns 1, 2 or 3, also for a misplaced label; null if it is malformed.</summary>
    private static int? Value(Finding label) =>
        label.Details.GetValueOrDefault("Label") is { } text && text is "1" or "2" or "3" ? text[0] - '0' : null;
}
