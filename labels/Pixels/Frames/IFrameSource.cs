namespace AiLabels.Pixels.Frames;

/// <summary>Pictures of one video on request.</summary>
public interface IFrameSource
{
    /// <summary>Length of the video; null if the file does not specify it.</summary>
    TimeSpan? Duration { get; }

    /// <summary>
    /// All pictures of the first seconds at small size, in order of time, once a segment that begins with the video was read; empty if the
    /// source cannot tell.
    /// </summary>
    IReadOnlyList<SmallFrame> Opening => [];

    /// <summary>
    /// Returns pictures in order of time. Pictures that cannot be decoded are omitted and reported by the source, never thrown.
    /// </summary>
    IAsyncEnumerable<Frame> ReadAsync(FrameRequest request, CancellationToken cancellationToken = default);
}
