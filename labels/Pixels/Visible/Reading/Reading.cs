using AiLabels.Reports;

namespace AiLabels.Pixels.Visible.Reading;

/// <param name="Lines">One for each page; empty if nothing was read.</param>
/// <param name="Problem">Reason why text may be missing.</param>
internal sealed record Reading(IReadOnlyList<RecognisedLine> Lines, Problem? Problem);
