namespace AiLabels.Pixels.Frames;

/// <summary>A stretch of the video to look at, and why.</summary>
/// <param name="From">Start of the stretch from the start of the video.</param>
/// <param name="Duration">Length of the stretch; zero for the one picture at, or the key frame before, <paramref name="From"/>.</param>
/// <param name="FramesPerSecond">Pictures taken per second of a stretch that has a length.</param>
public sealed record FrameRequest(FramePurpose Purpose, TimeSpan From, TimeSpan Duration, double FramesPerSecond);

public enum FramePurpose
{
    /// <summary>The first seconds, where GB 45438-2025 §5.4 wants the explicit label for at least 2 s.</summary>
    Start,

    /// <summary>A key frame on the way.</summary>
    Middle,

    /// <summary>The last seconds.</summary>
    End,

    /// <summary>Around a moment where a label comes or goes.</summary>
    Boundary,
}
