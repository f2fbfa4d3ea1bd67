using AiLabels.Pixels.Burning;

namespace VideoGate.Cases;

/// <summary>What was encoded for a label over the picture, and what it cost.</summary>
/// <param name="Encoded">The opening, behind which the pictures are the upload's, or the whole video.</param>
/// <param name="EncodedSeconds">Duration of the encoded part.</param>
/// <param name="CpuSeconds">CPU time of the encoder, all threads together.</param>
/// <param name="WholeBecause">
/// Why the rest was not kept as it is, as the end of a sentence; null if it was, or if all of it has the label.
/// </param>
public sealed record LabelEncoding(BurnExtent Encoded, double EncodedSeconds, double CpuSeconds, string? WholeBecause)
{
    public static LabelEncoding? Of(BurnEffort? effort) => effort is null ? null : new(
        effort.Encoded, Math.Round(effort.Time.TotalSeconds, 3), Math.Round(effort.CpuTime.TotalSeconds, 2), effort.WholeBecause);
}
