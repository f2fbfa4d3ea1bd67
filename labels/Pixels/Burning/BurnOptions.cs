using AiLabels.Pixels.Programs;

namespace AiLabels.Pixels.Burning;

/// <summary>Encoding options of a labelled video, and limits.</summary>
public sealed record BurnOptions
{
    /// <summary>
    /// Height of the label's ink as a share of the picture's short side. GB 45438-2025 §5.4 requires 0.05 of an unspecified height: here
    /// the capitals alone exceed it.
    /// </summary>
    public double InkShare { get; init; } = 0.075;

    /// <summary>Minimum height of the label's ink in pixels, for videos so small that the share alone would be illegible.</summary>
    public int MinInk { get; init; } = 22;

    /// <summary>Preset of x264, from ultrafast to veryslow.</summary>
    public string Preset { get; init; } = "veryfast";

    /// <summary>Constant rate factor of x264: lower means higher quality and larger files.</summary>
    public int RateFactor { get; init; } = 20;

    /// <summary>Number of decoding threads, and of encoding threads.</summary>
    public int Threads { get; init; } = 2;

    /// <summary>Maximum coded picture that is decoded, in pixels: 8K.</summary>
    public int MaxPixels { get; init; } = 8192 * 4352;

    /// <summary>
    /// Maximum number of bytes fetched from the source, as a multiple of its length: badly interleaved files are read more than once.
    /// </summary>
    public double MaxReadShare { get; init; } = 3;

    /// <summary>
    /// Maximum duration of a video that is encoded as a whole; null for no limit. An opening before a rest that is kept has none.
    /// </summary>
    public TimeSpan? MaxWhole { get; init; }

    /// <summary>Limits of the encoder. Its output is a temporary file, which <see cref="ProgramLimits.Output"/> bounds.</summary>
    public ProgramLimits Program { get; init; } = new()
    {
        Time = TimeSpan.FromMinutes(20),
        CpuTime = TimeSpan.FromMinutes(40),
        Memory = 4L << 30,
        Output = 4L << 30,
    };

    /// <summary>Limits of the probe before encoding.</summary>
    public ProgramLimits Probe { get; init; } = new();

    /// <summary>Folder of the temporary file.</summary>
    public string TemporaryFolder { get; init; } = Path.GetTempPath();
}
