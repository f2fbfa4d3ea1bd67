using AiLabels.Pixels.Programs;

namespace AiLabels.Pixels.Burning;

/// <summary>How a labelled video is encoded, and what that may cost.</summary>
public sealed record BurnOptions
{
    /// <summary>
    /// Height of the label's ink in parts of the picture's short side. GB 45438-2025 §5.4 wants 0.05 and does not say of what: here
    /// capitals alone are higher than that.
    /// </summary>
    public double InkShare { get; init; } = 0.075;

    /// <summary>Least height of the label's ink in pixels, for videos so small that the share alone could not be read.</summary>
    public int MinInk { get; init; } = 22;

    /// <summary>Preset of x264, from ultrafast to veryslow.</summary>
    public string Preset { get; init; } = "veryfast";

    /// <summary>Constant rate factor of x264: lower is better and longer.</summary>
    public int RateFactor { get; init; } = 20;

    /// <summary>Threads that decode, and threads that encode.</summary>
    public int Threads { get; init; } = 2;

    /// <summary>Largest coded picture that is decoded, in pixels: 8K.</summary>
    public int MaxPixels { get; init; } = 8192 * 4352;

    /// <summary>Bytes fetched from the source in parts of its length: files that are badly interleaved are read more than once.</summary>
    public double MaxReadShare { get; init; } = 3;

    /// <summary>Limits of the encoder. Its output stands in a temporary file, which <see cref="ProgramLimits.Output"/> bounds.</summary>
    public ProgramLimits Program { get; init; } = new()
    {
        Time = TimeSpan.FromMinutes(20),
        CpuTime = TimeSpan.FromMinutes(40),
        Memory = 4L << 30,
        Output = 4L << 30,
    };

    /// <summary>Limits of the look at the file beforehand.</summary>
    public ProgramLimits Probe { get; init; } = new();

    /// <summary>Folder of the temporary file.</summary>
    public string TemporaryFolder { get; init; } = Path.GetTempPath();
}
