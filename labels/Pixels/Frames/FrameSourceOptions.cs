using AiLabels.Pixels.Programs;

namespace AiLabels.Pixels.Frames;

/// <summary>How frames are decoded, and limits.</summary>
public sealed record FrameSourceOptions
{
    /// <summary>Maximum short side of a frame in pixels; larger pictures are scaled down, smaller ones keep their size.</summary>
    public int MaxShortSide { get; init; } = 720;

    /// <summary>Maximum long side of a frame in pixels.</summary>
    public int MaxLongSide { get; init; } = 4096;

    /// <summary>
    /// Time from the start in which every picture is decoded to a small one as well: GB 45438-2025 §5.4 requires 2 s; zero for none.
    /// </summary>
    public TimeSpan EveryFrameUntil { get; init; } = TimeSpan.FromSeconds(2.4);

    /// <summary>Maximum short side of a small picture in pixels: text of 5 % of it has 16.</summary>
    public int SmallShortSide { get; init; } = 320;

    /// <summary>Maximum long side of a small picture in pixels.</summary>
    public int SmallLongSide { get; init; } = 800;

    /// <summary>Maximum number of small pictures: 240 a second.</summary>
    public int MaxSmallFrames { get; init; } = 576;

    /// <summary>Maximum number of video tracks that are decoded.</summary>
    public int MaxTracks { get; init; } = 4;

    /// <summary>Maximum coded picture that is decoded, in pixels: 8K.</summary>
    public int MaxPixels { get; init; } = 8192 * 4352;

    /// <summary>Maximum number of bytes fetched from the source for one video, by all runs together.</summary>
    public long MaxBytesRead { get; init; } = 512L << 20;

    /// <summary>Maximum number of bytes fetched from the source by one run, so that none uses them all.</summary>
    public long MaxBytesPerRun { get; init; } = 128L << 20;

    /// <summary>Maximum number of bytes of the video cached between runs.</summary>
    public long CacheBytes { get; init; } = 32L << 20;

    /// <summary>Maximum number of frames per request.</summary>
    public int MaxFrames { get; init; } = 256;

    /// <summary>Limits of one run of ffmpeg or ffprobe.</summary>
    public ProgramLimits Program { get; init; } = new();

    /// <summary>Maximum number of runs for one video; the limits of each add up.</summary>
    public int MaxRuns { get; init; } = 64;

    /// <summary>Number of key frames per run of ffmpeg: starting it costs more than decoding one.</summary>
    public int KeyFramesPerRun { get; init; } = 12;

    /// <summary>Maximum time between key frames for which the pictures between them are skipped; in longer gaps they are decoded.</summary>
    public TimeSpan MaxKeyFrameGap { get; init; } = TimeSpan.FromSeconds(12);
}
