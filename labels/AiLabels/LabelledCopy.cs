using AiLabels.Reading;
using AiLabels.Reports;

namespace AiLabels;

/// <summary>A labelled copy that is not written yet, or the refusal.</summary>
/// <param name="Outcome">The label, or the reason why there is none.</param>
/// <param name="Bytes">The copy; null if it was refused. Reads the input, which must stay as it is.</param>
public sealed record LabelledCopy(WriteOutcome Outcome, IByteSource? Bytes);
