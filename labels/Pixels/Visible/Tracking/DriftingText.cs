using AiLabels.Pixels.Visible.Detection;

namespace AiLabels.Pixels.Visible.Tracking;

/// <summary>Finds text that drifts to the left or right at one speed: in pictures shifted with it, it is still.</summary>
internal static class DriftingText
{
    public static IEnumerable<Candidate> Find(IReadOnlyList<Picture> pictures) =>
        from run in FrameRuns.OfMotion(pictures)
        from drift in DriftSearch.Of(run)
        from candidate in StillText.Find(run, drift)
        select candidate;
}
