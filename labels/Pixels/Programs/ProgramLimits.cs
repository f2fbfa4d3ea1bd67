namespace AiLabels.Pixels.Programs;

/// <summary>
/// Limits of one run of an external program. The kernel enforces CPU, memory and files; this process enforces time and output.
/// </summary>
public sealed record ProgramLimits
{
    /// <summary>Maximum wall-clock time from start to exit.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Maximum CPU time of all its threads together; whole seconds, at least one.</summary>
    public TimeSpan CpuTime { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Maximum address space in bytes, the program's own libraries included: ffmpeg needs about 0.5 GiB to start.</summary>
    public long Memory { get; init; } = 2L << 30;

    /// <summary>Maximum number of bytes read from its standard output.</summary>
    public long Output { get; init; } = 512L << 20;

    public int OpenFiles { get; init; } = 64;

    /// <summary>Maximum number of its processes and threads together.</summary>
    public int Processes { get; init; } = 128;
}
