using System.Globalization;
using AiLabels.Reports;

namespace AiLabels.Gb45438;

/// <summary>
/// Creates the label of a service that propagates content: it keeps the producer and adds the propagator (article 6 of the Measures).
/// </summary>
public static class PropagationLabel
{
    /// <summary>Length of a value truncated in the report; a truncated signature is not reused.</summary>
    private const int CutLength = 1024;

    /// <param name="report">Report on the file.</param>
    /// <param name="value">Label required from the service: 1, 2 or 3. The file's own label is kept if it is stronger.</param>
    /// <param name="propagator">Name or code of the service.</param>
    /// <param name="propagateId">The service's number for the content.</param>
    /// <returns>
    /// A label that conforms to annex E: with the producer's part of the label in the file or, if there is none that conforms, with the
    /// service as producer, as on first writing.
    /// </returns>
    public static LabelToWrite Of(LabelReport report, string value, string propagator, string propagateId)
    {
        ArgumentNullException.ThrowIfNull(report);
        var first = new LabelToWrite
        {
            Label = value,
            ContentProducer = propagator,
            ProduceId = propagateId,
            ContentPropagator = propagator,
            PropagateId = propagateId,
        };
        var labels = report.Findings.Where(static finding => finding.Kind == FindingKind.AigcLabel).ToList();
        var strongest =
            labels.Select(static label => ValueOf(label)).OfType<int>().Append(int.Parse(value, CultureInfo.InvariantCulture)).Min();
        first = first with { Label = strongest.ToString(CultureInfo.InvariantCulture) };
        return labels.Select(label => WithProducerOf(label, first)).FirstOrDefault(static label => label is not null) ?? first;
    }

    /// <summary>Gets the file's own label, unchanged, for a copy made by a service that adds no part of its own.</summary>
    /// <returns>The label, or null if the file has none, or none that conforms to annex E.</returns>
    public static LabelToWrite? CarriedOver(LabelReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Findings.Where(static finding => finding.Kind == FindingKind.AigcLabel).Select(static label => new LabelToWrite
        {
            Label = Field(label, "Label"),
            ContentProducer = Field(label, "ContentProducer"),
            ProduceId = Field(label, "ProduceID"),
            ReservedCode1 = Whole(label, "ReservedCode1"),
            ContentPropagator = label.Details.GetValueOrDefault("ContentPropagator"),
            PropagateId = label.Details.GetValueOrDefault("PropagateID"),
            ReservedCode2 = Whole(label, "ReservedCode2"),
        }).FirstOrDefault(static label => label.Check() is []);
    }

    private static string Field(Finding label, string name) => label.Details.GetValueOrDefault(name) ?? "";

    private static string Whole(Finding label, string name) => Field(label, name) is { Length: < CutLength } value ? value : "";

    private static LabelToWrite? WithProducerOf(Finding label, LabelToWrite first)
    {
        if (label.Details.GetValueOrDefault("ContentProducer") is not { Length: > 0 } producer
            || label.Details.GetValueOrDefault("ProduceID") is not { Length: > 0 } id)
        {
            return null;
        }

        var kept = first with { ContentProducer = producer, ProduceId = id };
        var withCode = kept with { ReservedCode1 = Whole(label, "ReservedCode1") };
        return withCode.Check() is [] ? withCode : kept.Check() is [] ? kept : null;
    }

    private static int? ValueOf(Finding label) =>
        label.Details.GetValueOrDefault("Label") is "1" or "2" or "3" ? label.Details["Label"][0] - '0' : null;
}
