using System.Globalization;
using AiLabels.Reports;

namespace AiLabels.Gb45438;

/// <summary>
/// The label that a service writes which spreads content: who made it stays, who spreads it is added (article 6 of the Measures).
/// </summary>
public static class PropagationLabel
{
    /// <summary>A value that was cut in the report; half of a signature is none.</summary>
    private const int CutLength = 1024;

    /// <param name="report">What the file carries now.</param>
    /// <param name="value">Label that the service owes the content: 1, 2 or 3. The file's own stays when it says more.</param>
    /// <param name="propagator">Name or code of the service.</param>
    /// <param name="propagateId">The service's number for the content.</param>
    /// <returns>
    /// A label that conforms to annex E: with the producer's part of the label in the file, or, where there is none that conforms, with the
    /// service as its own producer, as on first writing.
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

    private static LabelToWrite? WithProducerOf(Finding label, LabelToWrite first)
    {
        if (label.Details.GetValueOrDefault("ContentProducer") is not { Length: > 0 } producer
            || label.Details.GetValueOrDefault("ProduceID") is not { Length: > 0 } id)
        {
            return null;
        }

        var kept = first with { ContentProducer = producer, ProduceId = id };
        var withCode =
            kept with { ReservedCode1 = label.Details.GetValueOrDefault("ReservedCode1") is { Length: < CutLength } code ? code : "" };
        return withCode.Check() is [] ? withCode : kept.Check() is [] ? kept : null;
    }

    private static int? ValueOf(Finding label) =>
        label.Details.GetValueOrDefault("Label") is "1" or "2" or "3" ? label.Details["Label"][0] - '0' : null;
}
