namespace AiLabels.Pixels.Frames;

/// <summary>A segment of the video to read, and its purpose.</summary>
/// <param name="From">Start of the segment from the start of the video.</param>
/// <param name="Duration">Length of the segment; zero for the one key frame at or before <paramref name="From"/>.</param>
/// <param name="FramesPerSecond">
/// Pictures per second of a segment with a length: the picture displayed at each of evenly spaced points. For a
/// <see cref="FramePurpose.Middle"/> segment, key frames at that many evenly spaced points; a key frame for several points is returned
/// once.
/// </param>
public sealed record FrameRequest(FramePurpose Purpose, TimeSpan From, TimeSpan Duration, double FramesPerSecond);

public enum FramePurpose
{
    /// <summary>The first seconds, where GB 45438-2025 §5.4 requires the explicit label for at least 2 s.</summary>
    Start,

    /// <summary>Key frames between start and end.</summary>
    Middle,

    /// <summary>The last seconds.</summary>
    End,

    /// <summary>Around a moment where a label appears or disappears.</summary>
    Boundary,
}
