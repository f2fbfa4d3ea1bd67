using System.Globalization;
using AiLabels.C2pa.Signing;
using AiLabels.Gb45438;
using AiLabels.Pixels.Burning;
using VideoGate.Cases;

namespace VideoGate.Publishing.Signing;

/// <summary>What is done to an upload to make a labelled copy, in the terms of C2PA 2.2, section 18.14.1. Pure.</summary>
internal static class CopyEdits
{
    /// <param name="label">The metadata label of the copy, if it gets one.</param>
    /// <param name="encoding">What was encoded for the label over the picture.</param>
    public static IEnumerable<ContentEdit> Of(LabelOrder order, LabelToWrite? label, LabelEncoding? encoding)
    {
        if (order.Explicit is not ExplicitChoice.None)
        {
            yield return new(
                ContentEdit.AddedText,
                $"The label '{order.Text}' was put over the picture{(order.Explicit is ExplicitChoice.Start ? " at the start" : "")}.");
            yield return new(ContentEdit.Transcoded, encoding is { Encoded: BurnExtent.Opening, EncodedSeconds: var opening }
                ? string.Create(CultureInfo.InvariantCulture, $"The pictures of the first {opening:0.###} s were encoded again.")
                : "Picture and sound were encoded again in MP4.");
        }

        if (label is not null)
        {
            yield return new(ContentEdit.EditedMetadata, $"An AIGC label of value {label.Label} was written (GB 45438-2025 annex E).");
        }
    }
}
