namespace AiLabels.Pixels.Frames;

/// <summary>Pictures of one video on request.</summary>
public interface IFrameSource
{
    /// <summary>Length of the video; null when the file does not say.</summary>
    TimeSpan? Duration { get; }

    /// <summary>Pictures in the order of time. What cannot be decoded is left out and reported by the source, never thrown.</summary>
    IAsyncEnumerable<Frame> ReadAsync(FrameRequest request, CancellationToken cancellationToken = default);
}
