namespace AiLabels.Pixels.Programs;

/// <summary>Result of a run of an external program.</summary>
/// <param name="ExitCode">The program's exit code, or 128 and the number of the signal that ended it.</param>
/// <param name="Errors">The end of its standard error. Untrusted: it may quote the file it read.</param>
public sealed record ProgramResult(ProgramEnding Ending, int ExitCode, string Errors)
{
    public bool Succeeded => Ending == ProgramEnding.Exited && ExitCode == 0;

    /// <summary>Code of the limit that ended it, such as <c>limit.cpu</c>; null if none did.</summary>
    public string? Limit => Ending switch
    {
        ProgramEnding.TimeLimit => "limit.time",
        ProgramEnding.CpuLimit => "limit.cpu",
        ProgramEnding.OutputLimit => "limit.output",
        _ => null,
    };
}

public enum ProgramEnding
{
    /// <summary>It exited by itself, successfully or not.</summary>
    Exited,

    /// <summary>A signal ended it: a crash or a kill.</summary>
    Killed,

    /// <summary>Killed after <see cref="ProgramLimits.Time"/>.</summary>
    TimeLimit,

    /// <summary>Killed by the kernel after <see cref="ProgramLimits.CpuTime"/>.</summary>
    CpuLimit,

    /// <summary>Killed after <see cref="ProgramLimits.Output"/> bytes.</summary>
    OutputLimit,

    /// <summary>Killed because its output was no longer needed.</summary>
    Abandoned,
}
