using AiLabels.Reports;

namespace AiLabels.Pixels.Text;

/// <summary>Text that people can read on screen.</summary>
/// <param name="Lines">As they were read, in the order of time. Untrusted: escape wherever shown.</param>
/// <param name="Problem">Why there may be less than the frames hold.</param>
public sealed record ScreenText(IReadOnlyList<string> Lines, Problem? Problem = null);
