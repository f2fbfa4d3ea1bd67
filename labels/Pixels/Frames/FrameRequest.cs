namespace AiLabels.Pixels.Frames;

/// <summary>A stretch of the video to look at, and why.</summary>
/// <param name="From">Start of the stretch from the start of the video.</param>
/// <param name="Duration">Length of the stretch; zero for the one key frame at or before <paramref name="From"/>.</param>
/// <param name="FramesPerSecond">
/// Pictures taken per second of a stretch that has a length: on a grid of time, at each point the picture shown then. Of a
/// <see cref="FramePurpose.Middle"/> stretch, key frames at as many points, evenly spread; one that serves several points comes once.
/// </param>
public sealed record FrameRequest(FramePurpose Purpose, TimeSpan From, TimeSpan Duration, double FramesPerSecond);

public enum FramePurpose
{
    /// <summary>The first seconds, where GB 45438-2025 §5.4 wants the explicit label for at least 2 s.</summary>
    Start,

    /// <summary>Key frames on the way.</summary>
    Middle,

    /// <summary>The last seconds.</summary>
    End,

    /// <summary>Around a moment where a label comes or goes.</summary>
    Boundary,
}
