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

    /// <summary>Bytes fetched from the source by one run, so that none takes them all.</summary>
    public long MaxBytesPerRun { get; init; } = 128L << 20;

    /// <summary>Bytes of the video kept between runs.</summary>
    public long CacheBytes { get; init; } = 32L << 20;

    /// <summary>Frames that one request may give.</summary>
    public int MaxFrames { get; init; } = 256;

    /// <summary>Limits of one run of ffmpeg or ffprobe.</summary>
    public ProgramLimits Program { get; init; } = new();

    /// <summary>Runs for one video; the limits of each add up.</summary>
    public int MaxRuns { get; init; } = 64;

    /// <summary>Key frames fetched by one run of ffmpeg: starting it costs more than decoding one.</summary>
    public int KeyFramesPerRun { get; init; } = 12;

    /// <summary>Time between key frames up to which the pictures between them are left unseen; over longer ones they are decoded.</summary>
    public TimeSpan MaxKeyFrameGap { get; init; } = TimeSpan.FromSeconds(12);
}
