using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels.Gb45438;

/// <summary>
/// A label whose fields are separate entries, <c>AIGC.Label=1</c> beside <c>AIGC.ContentProducer=…</c>, because tools such as ffmpeg
/// accept flat pairs only. Annex E requires one JSON value: such a label is not well placed, so it is suspected.
/// </summary>
internal static class FlatLabel
{
    /// <summary>Entries without the keyword in their names are a label only together: a lone Label may be anything.</summary>
    private const int MinWithoutPrefix = 2;

    public static ReadResult Read(IReadOnlyList<FlatField> entries, LabelReaderOptions options)
    {
        var producer = entries.Where(static entry => !entry.HasPrefix && entry.Name != "Label").DistinctBy(static entry => entry.Name);
        if (!entries.Any(static entry => entry.HasPrefix) && producer.Count() < MinWithoutPrefix)
        {
            return ReadResult.None;
        }

        var fields = AigcFields.Of(entries.Select(static entry => (entry.Name, entry.Value)));
        return Found(fields, string.Join("; ", entries.Select(static entry => $"{entry.Name}={entry.Value}")), entries[0].Source, options);
    }

    /// <summary>Reports a label whose fields are in separate places.</summary>
    public static ReadResult Found(AigcFields fields, string raw, Source source, LabelReaderOptions options) => ReadResult.Of(
        new Finding
        {
            Kind = FindingKind.AigcLabel,
            Says = AiOrigin.Suspected,
            Source = source with { Clause = AigcLabel.Clause },
            Raw = raw.Truncate(options.MaxRawText),
            Generator = fields.Generator,
            Details = fields.ToDetails(),
        },
        new Problem(
            "aigc.misplaced", $"The fields of an AIGC label are separate entries from {source.Path} on; annex E requires one value.", source));
}
