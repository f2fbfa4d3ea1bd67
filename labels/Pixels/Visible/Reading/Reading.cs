using AiLabels.Reports;

namespace AiLabels.Pixels.Visible.Reading;

/// <param name="Lines">One for each page, empty where nothing was read.</param>
/// <param name="Problem">Why there may be less than the pages hold.</param>
internal sealed record Reading(IReadOnlyList<RecognisedLine> Lines, Problem? Problem);
