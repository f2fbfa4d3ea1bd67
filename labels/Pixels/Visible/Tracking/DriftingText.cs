using AiLabels.Pixels.Visible.Detection;

namespace AiLabels.Pixels.Visible.Tracking;

/// <summary>Finds text that drifts to the left or right at one speed: in pictures that are moved along with it, it stands still.</summary>
internal static class DriftingText
{
    /// <summary>Fewer pictures in a row tell nothing of a speed.</summary>
    private const int ShortestRun = 4;

    public static IEnumerable<Candidate> Find(IReadOnlyList<Picture> pictures) =>
        from run in Runs.Of(pictures)
        where run.Count >= ShortestRun
        from drift in DriftSearch.Of(run)
        from candidate in StillText.Find(run, drift)
        select candidate;
}
