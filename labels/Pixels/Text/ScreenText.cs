using AiLabels.Reports;

namespace AiLabels.Pixels.Text;

/// <summary>Text visible on screen.</summary>
/// <param name="Lines">Lines as read, in order of time. Untrusted: escape wherever shown.</param>
/// <param name="Problem">Reason why lines may be missing.</param>
public sealed record ScreenText(IReadOnlyList<string> Lines, Problem? Problem = null);
