using AiLabels.Pixels.Programs;

namespace AiLabels.Pixels.Frames;

/// <summary>How frames are made, and what that may cost.</summary>
public sealed record FrameSourceOptions
{
    /// <summary>Longest short side of a frame in pixels; larger pictures are scaled down, smaller ones stay.</summary>
    public int MaxShortSide { get; init; } = 720;

    /// <summary>Longest long side of a frame in pixels.</summary>
    public int MaxLongSide { get; init; } = 4096;

    /// <summary>Largest coded picture that is decoded, in pixels: 8K.</summary>
    public int MaxPixels { get; init; } = 8192 * 4352;

    /// <summary>Bytes fetched from the source for one video, by all runs together.</summary>
    public long MaxBytesRead { get; init; } = 512L << 20;

    /// <summary>Bytes of the video kept between runs.</summary>
    public long CacheBytes { get; init; } = 32L << 20;

    /// <summary>Frames that one request may give.</summary>
    public int MaxFrames { get; init; } = 256;

    /// <summary>Limits of one run of ffmpeg or ffprobe.</summary>
    public ProgramLimits Program { get; init; } = new();

    /// <summary>CPU limits add up over runs; this ends the reading of one video.</summary>
    public TimeSpan MaxTime { get; init; } = TimeSpan.FromMinutes(5);
}
