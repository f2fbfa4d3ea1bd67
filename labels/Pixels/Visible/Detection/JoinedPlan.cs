using AiLabels.Pixels.Frames;

namespace AiLabels.Pixels.Visible.Detection;

/// <summary>
/// Joins consecutive segments into one, as dense as the densest: decoding the second alone starts at a key frame that may precede the
/// first.
/// </summary>
internal static class JoinedPlan
{
    /// <param name="plan">In order of time.</param>
    public static IReadOnlyList<FrameRequest> Of(IEnumerable<FrameRequest> plan)
    {
        var joined = new List<FrameRequest>();
        foreach (var request in plan)
        {
            if (joined.Count > 0 && IsStretch(joined[^1]) && IsStretch(request) && joined[^1].From + joined[^1].Duration == request.From)
            {
                joined[^1] = joined[^1] with
                {
                    Duration = joined[^1].Duration + request.Duration,
                    FramesPerSecond = Math.Max(joined[^1].FramesPerSecond, request.FramesPerSecond),
                };
            }
            else
            {
                joined.Add(request);
            }
        }

        return joined;
    }

    private static bool IsStretch(FrameRequest request) => request.Purpose != FramePurpose.Middle && request.Duration > TimeSpan.Zero;
}
