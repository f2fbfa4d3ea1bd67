namespace AiLabels.Pixels.Programs;

/// <summary>
/// What one run of an external program may use. The kernel holds it to CPU, memory and files; we hold it to time and output.
/// </summary>
public sealed record ProgramLimits
{
    /// <summary>Time on the clock from start to exit.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>CPU time of all its threads together; whole seconds, at least one.</summary>
    public TimeSpan CpuTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Address space in bytes, the program's own libraries included: about 0.5 GiB for ffmpeg before it does anything.</summary>
    public long Memory { get; init; } = 2L << 30;

    /// <summary>Bytes taken from its standard output.</summary>
    public long Output { get; init; } = 512L << 20;

    public int OpenFiles { get; init; } = 64;
}
